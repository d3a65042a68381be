/*
 * Invented people: given and family names of one culture are drawn together, so that the list of patients
 * looks like a city's.
 */
export const CULTURES: readonly {
  given: readonly string[];
  family: readonly string[];
  locale: 'en' | 'ar';
}[] = [
  {
    given: ['Amelia', 'George', 'Isla', 'Harry', 'Florence', 'Alfie', 'Poppy', 'Edith', 'Rupert', 'Maisie'],
    family: ['Whitlock', 'Ashdown', 'Pemberley', 'Thornbury', 'Marlowe', 'Fairweather', 'Hartwell'],
    locale: 'en',
  },
  {
    given: ['ليان', 'يوسف', 'نورة', 'عبدالله', 'جنى', 'سلمان', 'ريم', 'فيصل', 'لمى', 'خالد', 'هند', 'تركي'],
    family: ['الحربي', 'القحطاني', 'الشمري', 'العتيبي', 'الزهراني', 'الدوسري', 'الغامدي'],
    locale: 'ar',
  },
  {
    given: ['Layla', 'Omar', 'Mariam', 'Karim', 'Yasmin', 'Tariq', 'Salma', 'Bilal'],
    family: ['Haddad', 'Mansour', 'Khoury', 'El-Sayed', 'Nasser', 'Bennani'],
    locale: 'ar',
  },
  {
    given: ['Aarav', 'Diya', 'Ishaan', 'Meera', 'Rohan', 'Anika', 'Vihaan', 'Priya'],
    family: ['Raghunathan', 'Chatterjee', 'Deshpande', 'Kulkarni', 'Bhattacharya', 'Iyer'],
    locale: 'en',
  },
  {
    given: ['Chidera', 'Ifeoma', 'Kwame', 'Abena', 'Tunde', 'Amara', 'Kofi', 'Zainab'],
    family: ['Okonkwo', 'Adeyemi', 'Mensah', 'Balogun', 'Owusu', 'Eze'],
    locale: 'en',
  },
  {
    given: ['Zofia', 'Jakub', 'Søren', 'Åsa', 'Léa', 'Théo', 'Chloë', 'Björn', 'Noémie'],
    family: ['Wiśniewska', 'Kowalczyk', 'Østergaard', 'Lindqvist', 'Lefèvre', 'Dubois'],
    locale: 'en',
  },
  {
    given: ['Valentina', 'Mateo', 'Lucía', 'Joaquín', 'Camila', 'Thiago', 'Inês'],
    family: ['Hernández Ruiz', 'Fuentes', 'Ibáñez', 'Carvalho', 'da Conceição', 'Peñalosa'],
    locale: 'en',
  },
  {
    given: ['Wei', 'Mei Ling', 'Haruto', 'Yui', 'Minh Anh', 'Seo-yeon', 'Jin'],
    family: ['Tan', 'Nakamura', 'Nguyễn', 'Ō’Hara', 'Kwon', 'Zhao'],
    locale: 'en',
  },
];
