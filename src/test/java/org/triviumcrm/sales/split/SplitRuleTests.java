package org.triviumcrm.sales.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Only what is whole passes, and it passes as it was typed. */
class SplitRuleTests {

    private static final long OWNER = 1;

    @Property
    void whatTotalsAHundredPassesAsItWasTyped(
            @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 9_999) Integer> cuts) {
        List<BigDecimal> parts = parts(cuts);
        Map<Long, BigDecimal> shares = SplitRule.shares(form(parts), OWNER);
        if (parts.size() == 1) {
            assertThat(shares).as("all of it the owner's").isEmpty();
        } else {
            assertThat(List.copyOf(shares.values())).isEqualTo(parts);
        }
    }

    @Property
    void anyOtherTotalIsRefused(
            @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 9_999) Integer> cuts,
            @ForAll @IntRange(min = -5_000, max = 5_000) int cents) {
        List<BigDecimal> parts = new ArrayList<>(parts(cuts));
        parts.set(0, parts.get(0).add(BigDecimal.valueOf(cents, 2)));
        if (cents != 0) {
            assertThatThrownBy(() -> SplitRule.shares(form(parts), OWNER))
                    .isInstanceOf(SplitRefusal.class)
                    .hasMessage("sales.split.error.total");
        }
    }

    @Example
    void blankLinesCountAsNoneAndHalfLinesAreNamed() {
        SaveSplit form = new SaveSplit();
        form.getLines().add(line(null, null));
        form.getLines().add(line(2L, BigDecimal.valueOf(100)));
        form.getLines().add(line(null, null));
        assertThat(SplitRule.shares(form, OWNER)).containsExactly(Map.entry(2L, BigDecimal.valueOf(100)));

        form.getLines().add(line(3L, null));
        assertThatThrownBy(() -> SplitRule.shares(form, OWNER)).hasMessage("sales.split.error.percent");
        form.getLines().set(3, line(null, BigDecimal.ONE));
        assertThatThrownBy(() -> SplitRule.shares(form, OWNER)).hasMessage("sales.split.error.personMissing");
        form.getLines().set(3, line(2L, BigDecimal.ONE));
        assertThatThrownBy(() -> SplitRule.shares(form, OWNER)).hasMessage("sales.split.error.twice");
        assertThat(SplitRule.shares(new SaveSplit(), OWNER)).isEmpty();
    }

    /** A hundred percent cut at these places. */
    private static List<BigDecimal> parts(List<Integer> cuts) {
        List<Integer> places = new ArrayList<>(cuts.stream().distinct().sorted().toList());
        places.add(10_000);
        List<BigDecimal> parts = new ArrayList<>();
        int before = 0;
        for (int place : places) {
            parts.add(BigDecimal.valueOf(place - before, 2));
            before = place;
        }
        return parts;
    }

    private static SaveSplit form(List<BigDecimal> parts) {
        SaveSplit form = new SaveSplit();
        long person = OWNER;
        for (BigDecimal part : parts) {
            form.getLines().add(line(person++, part));
        }
        return form;
    }

    private static SplitLine line(@Nullable Long person, @Nullable BigDecimal percent) {
        SplitLine line = new SplitLine();
        line.setPersonId(person);
        line.setPercent(percent);
        return line;
    }
}
