{const NAME="vagvisare-easy-swedish";const root=document.documentElement;function isWanted(){try{return localStorage.getItem(NAME)!==null;}catch{return root.dataset.easy==="on";}}
function keep(wanted){try{if(wanted)localStorage.setItem(NAME,"on");else localStorage.removeItem(NAME);}catch{}}
function show(wanted){root.dataset.easy=wanted?"on":"off";document.getElementById("easy")?.setAttribute("aria-pressed",String(wanted));}
function press(){const wanted=root.dataset.easy!=="on";keep(wanted);show(wanted);}
show(isWanted());addEventListener("DOMContentLoaded",()=>{show(isWanted());document.getElementById("easy")?.addEventListener("click",press);});addEventListener("pageshow",()=>show(isWanted()));addEventListener("storage",({key})=>key===NAME&&show(isWanted()));}