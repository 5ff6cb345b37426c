package org.triviumcrm.sales.split;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shares are of different people and make up all of it. */
final class SplitRule {

    static final BigDecimal ALL = BigDecimal.valueOf(100);

    private SplitRule() {}

    /**
     * The percent of each person, in the order of the lines; empty when nothing is split.
     *
     * @throws SplitRefusal for the first line that is not complete or names somebody twice, and for another total than 100 %
     */
    static Map<Long, BigDecimal> shares(SaveSplit input, long ownerId) {
        Map<Long, BigDecimal> shares = new LinkedHashMap<>();
        Set<Long> people = new HashSet<>();
        List<SplitLine> lines = input.getLines();
        for (int i = 0; i < lines.size(); i++) {
            Long person = lines.get(i).getPersonId();
            BigDecimal percent = lines.get(i).getPercent();
            if (lines.get(i).isBlank()) {
                continue;
            }
            if (person == null) {
                throw new SplitRefusal("lines[" + i + "].personId", "sales.split.error.personMissing", "");
            }
            if (percent == null) {
                throw new SplitRefusal("lines[" + i + "].percent", "sales.split.error.percent", "");
            }
            if (!people.add(person)) {
                throw new SplitRefusal("lines[" + i + "].personId", "sales.split.error.twice", "");
            }
            shares.put(person, percent);
        }
        if (!shares.isEmpty() && input.total().compareTo(ALL) != 0) {
            throw new SplitRefusal(
                    null, "sales.split.error.total", input.total().toPlainString());
        }
        return shares.size() == 1 && shares.containsKey(ownerId) ? Map.of() : shares;
    }
}
