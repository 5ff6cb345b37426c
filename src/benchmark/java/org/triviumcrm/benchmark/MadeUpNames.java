package org.triviumcrm.benchmark;

import java.util.SplittableRandom;

/** Company and person names, two in three English and one in three Chinese, spread like real ones. */
final class MadeUpNames {

    private static final String[] FIRST = {
        "Alder", "Birch", "Calder", "Dun", "East", "Fair", "Glen", "Hart", "Inver", "Kest", "Low", "Mer", "North",
                "Oak",
        "Penn", "Quay", "Raven", "Sel", "Tarr", "Ulver", "Varl", "West", "Yarr", "Ash", "Black", "Cor", "Dray", "Elm",
        "Foy", "Gran", "Holt", "Ivy", "Jess", "Kirk", "Lang", "Mill", "Nor", "Orm", "Pres", "Rock"
    };
    private static final String[] SECOND = {
        "brook", "ley", "wood", "more", "gate", "mile", "side", "well", "free", "rel", "field", "row", "cote", "hurst",
        "ine", "way", "worth", "by", "ant", "stone", "ford", "ton", "ham", "dale", "bridge", "combe", "den", "thorpe"
    };
    private static final String[] TRADE = {
        "Foods", "Packaging", "Textiles", "Pharma", "Breweries", "Motors", "Water", "Logistics", "Engineering", "Steel",
        "Chemicals", "Medical", "Ceramics", "Cement", "Marine", "Glass", "Energy", "Paper", "Electronics", "Farms",
        "Software", "Retail", "Media", "Insurance"
    };
    private static final String[] PLACE = {
        "浦东", "虹桥", "太湖", "钱塘", "西溪", "甬江", "姑苏", "金陵", "徽州", "鹭岛", "珠江", "南粤", "鹏城", "前海", "莞邑", "佛山", "香山",
        "北部湾", "漓江", "椰岛", "燕山", "中关村", "津门", "太行", "晋阳", "草原", "泰山", "崂山", "松花江", "长白", "秦岭", "渭水", "锦江", "岷山",
        "洞庭", "湘江", "赣州", "黄鹤", "武当", "洛水"
    };
    private static final String[] LUCK = {
        "云帆", "宏达", "鼎盛", "恒通", "瑞丰", "华信", "博远", "嘉禾", "明德", "新源", "中和", "天成", "永利", "广源", "金石", "盛世", "东方", "佳美"
    };
    private static final String[] BUSINESS = {
        "食品", "包装", "纺织", "医药", "酒业", "汽车", "水务", "物流", "机械", "钢铁", "化工", "医疗", "陶瓷", "水泥", "海洋", "玻璃", "能源", "纸业",
        "电子", "农业", "软件", "零售", "传媒", "保险"
    };
    private static final String[] GIVEN = {
        "Anna", "Ben", "Cath", "David", "Emma", "Frank", "Grace", "Harry", "Isla", "James", "Karen", "Liam", "Mary",
        "Neil", "Olive", "Peter", "Ruth", "Simon", "Tara", "Vic", "Will", "Zara", "Aoife", "Declan", "Fiona", "Graham"
    };
    private static final String[] ZH_FAMILY = {
        "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "周", "吴", "徐", "孙", "马", "朱", "胡", "郭", "何", "林", "高", "罗"
    };
    private static final String[] ZH_GIVEN = {
        "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "涛", "明", "超", "霞", "平", "刚", "博", "涵", "雨",
        "浩", "欣"
    };

    private final SplittableRandom chance;

    MadeUpNames(SplittableRandom chance) {
        this.chance = chance;
    }

    String company(int number) {
        if (number % 3 == 0) {
            return pick(PLACE) + pick(LUCK) + pick(BUSINESS) + "有限公司" + number % 1000;
        }
        return pick(FIRST) + pick(SECOND) + " " + pick(FIRST) + pick(SECOND) + " " + pick(TRADE) + " " + number % 1000;
    }

    String person(int number) {
        if (number % 3 == 0) {
            return pick(ZH_FAMILY) + pick(ZH_GIVEN) + (chance.nextInt(3) > 0 ? pick(ZH_GIVEN) : "");
        }
        return pick(GIVEN) + " " + pick(FIRST) + pick(SECOND);
    }

    String industry() {
        return pick(TRADE);
    }

    private String pick(String[] some) {
        return some[chance.nextInt(some.length)];
    }
}
