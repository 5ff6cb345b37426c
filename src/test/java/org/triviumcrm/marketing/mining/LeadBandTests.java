package org.triviumcrm.marketing.mining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** How many open leads are how likely. */
class LeadBandTests {

    @Test
    void whatIsShownAsEightyPerCentCountsAsEighty() {
        List<LeadBand> bands = LeadBand.of(
                List.of(new LeadBand.Same(79.5, 10), new LeadBand.Same(79.4, 5), new LeadBand.Same(3.2, 100)));
        assertThat(bands).containsExactly(new LeadBand(80, 10, 8), new LeadBand(70, 15, 12), new LeadBand(2, 115, 15));
        assertThat(bands.get(0).least()).isEqualTo(79.5);
        assertThat(LeadBand.of(List.of(new LeadBand.Same(0.2, 4))).get(0).least())
                .as("the list is filtered by nothing less than none")
                .isZero();
        assertThat(LeadBand.of(List.of())).isEmpty();
    }

    @Property(tries = 200)
    void eachHasThoseOfTheListThatItLeadsToAndTheLastHasAll(@ForAll("leads") List<LeadBand.Same> leads) {
        List<LeadBand> bands = LeadBand.of(leads);
        for (LeadBand band : bands) {
            assertThat(band.leads())
                    .isEqualTo(leads.stream()
                            .filter(one -> one.chance() >= band.least())
                            .mapToLong(LeadBand.Same::leads)
                            .sum());
            assertThat(band.expected()).isBetween(0L, band.leads());
        }
        assertThat(bands)
                .isSortedAccordingTo((one, other) -> Long.compare(one.leads(), other.leads()))
                .extracting(LeadBand::leads)
                .doesNotHaveDuplicates()
                .last()
                .isEqualTo(leads.stream().mapToLong(LeadBand.Same::leads).sum());
    }

    @Provide
    Arbitrary<List<LeadBand.Same>> leads() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.longs().between(1, 500))
                .as((tenths, many) -> new LeadBand.Same(tenths / 10.0, many))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }
}
