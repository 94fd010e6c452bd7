/** Traditional characters, each followed by its simplified one: those that the words this program looks for are written in. */
const pairs =
  "燈灯電电線线氣气煙烟燒烧著着滅灭觸触車车禍祸傷伤殺杀搶抢樓楼壓压過过暈晕進进裡里裏里無无個个們们沒没斷断藥药農农對对還还現现剛刚擔担會会萬万動动爺爷頭头體体歲岁見见丟丢橋桥溝沟壞坏臟脏髒脏廁厕聲声隱隐" +
  "縫缝險险違违築筑賠赔償偿錢钱貪贪汙污賄贿濫滥權权謀谋舉举報报檢检記记書书長长領领導导幹干員员網网處处罰罚態态務务醫医師师縣县鄉乡鎮镇門门邊边後后這这樣样說说話话請请謝谢聽听問问題题麼么嗎吗從从來来時时" +
  "間间點点東东馬马魚鱼鳥鸟風风飛飞龍龙產产業业廠厂倉仓庫库災灾總总當当應应該该實实際际發发證证護护擋挡墜坠淺浅溫温濕湿灘滩灣湾鋪铺鐵铁鏽锈閘闸陽阳陰阴隨随雙双離离難难雜杂顧顾類类飯饭館馆驚惊驗验癱瘫癥症" +
  "腦脑腫肿臉脸蓋盖補补貼贴費费資资質质賬账賣卖買买軟软輕轻轉转轟轰辦办運运遠远適适選选遺遗郵邮錯错鍋锅鎖锁閉闭開开關关隊队階阶順顺頂顶須须預预額额願愿禮礼紅红給给結结絕绝統统經经維维緊紧縱纵繳缴續续罵骂" +
  "義义習习聯联職职脫脱膽胆與与興兴舊旧號号複复親亲規规視视覺觉觀观訊讯訓训許许訴诉評评詞词詢询試试詳详認认誰谁課课調调談谈論论諾诺譯译讓让豬猪貓猫貨货貴贵賊贼躍跃軍军載载輛辆輸输嬸婶婦妇孫孙學学寶宝將将" +
  "專专尋寻層层屬属岡冈島岛帶带幣币幫帮廢废廳厅強强彈弹徑径復复徵征恆恒惡恶慘惨憂忧懷怀懸悬戶户拋抛掃扫掛挂換换揮挥損损搖摇撥拨撿捡擊击據据擠挤擴扩擺摆敗败數数斃毙於于昇升曆历曬晒條条楊杨極极榮荣樹树機机" +
  "櫃柜欄栏歐欧歡欢歸归歷历殘残殼壳毀毁畢毕氾泛決决況况洩泄涼凉淚泪減减渾浑準准滿满漲涨潔洁澆浇濟济瀉泻為为烏乌熱热營营爐炉爛烂爾尔牆墙狀状獨独獄狱獎奖獸兽瑪玛環环瓊琼甕瓮畫画異异瘋疯療疗盜盗監监盤盘眾众" +
  "睏困矯矫碼码磚砖礙碍祕秘種种稱称積积穩稳窩窝窮穷竊窃競竞筆笔節节籃篮糧粮紙纸週周";

const simpler = new Map<string, string>();
const characters = Array.from(pairs);
for (let at = 0; at + 1 < characters.length; at += 2) {
  const [traditional = "", simplified = ""] = characters.slice(at, at + 2);
  simpler.set(traditional, simplified);
}

/** The words as they are looked through: Traditional characters become simplified ones where the rules need them. */
export function simplify(words: string): string {
  return Array.from(words, (character) => simpler.get(character) ?? character).join("");
}
