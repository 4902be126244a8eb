export function element(name,style,...content){const made=document.createElement(name);if(style)made.className=style;for(const part of content)if(part!==undefined&&part!=="")made.append(part);return made;}
export function button(style,content,pressed){const made=element("button",style,...content);made.type="button";made.addEventListener("click",pressed);return made;}
export function isolated(text,direction){const made=element("bdi","",text);made.dir=direction;return made;}
export function inLanguage(name,text,language,direction){const made=element(name,"",text);made.lang=language;made.dir=direction;return made;}
export const filled=(message,facts)=>(message??"").replace(/\{(\w+)\}/g,(whole,name)=>(Object.hasOwn(facts,name)?String(facts[name]):whole));