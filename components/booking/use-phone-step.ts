import { useEffect, useRef, useState } from 'react';
import type { PhoneStep } from './save-bar';

/** The two steps of a phone, the second one in the browser's history: Back leads to the form, not away from it. */
export function usePhoneStep(): [PhoneStep, (step: PhoneStep) => void] {
  const [step, setStep] = useState<PhoneStep>('form');
  const isInHistory = useRef(false);

  useEffect(() => {
    const goBack = () => {
      isInHistory.current = false;
      setStep('form');
    };
    window.addEventListener('popstate', goBack);
    return () => window.removeEventListener('popstate', goBack);
  }, []);

  function goTo(next: PhoneStep) {
    setStep(next);
    if (next === 'plan' && !isInHistory.current) {
      isInHistory.current = true;
      window.history.pushState(null, '');
    }
    if (next === 'form' && isInHistory.current) {
      isInHistory.current = false;
      window.history.back();
    }
  }

  return [step, goTo];
}
