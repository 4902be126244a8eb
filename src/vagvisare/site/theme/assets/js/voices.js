// The device's own voices (Web Speech API): nothing is sent anywhere by this site, and nothing is kept.

/** Whether the device has a voice of its own for a language (BCP 47): one on the network would send the text away.
 * @param {string} language @returns {SpeechSynthesisVoice | undefined} */
export function voiceFor(language) {
  const own = (window.speechSynthesis?.getVoices() ?? []).filter((voice) => voice.localService);
  const same = (/** @type {SpeechSynthesisVoice} */ voice) => voice.lang.replace("_", "-").toLowerCase();
  const wanted = language.toLowerCase();
  const main = wanted.split("-")[0];
  return own.find((voice) => same(voice) === wanted) ?? own.find((voice) => same(voice).split("-")[0] === main);
}

/** Calls back now and whenever the list of voices changes: many browsers load it after the page. @param {() => void} then */
export function whenVoicesChange(then) {
  window.speechSynthesis?.addEventListener?.("voiceschanged", then);
  then();
}

/** Speaks texts one after the other, instead of what is being said. @param {string[]} texts @param {SpeechSynthesisVoice} voice
 * @param {() => void} [ended] called when the last has been said */
export function say(texts, voice, ended) {
  speechSynthesis.cancel();
  texts.forEach((text, index) => {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    if (ended && index === texts.length - 1) utterance.addEventListener("end", ended);
    speechSynthesis.speak(utterance);
  });
}
