package org.triviumcrm.marketing.mining;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.triviumcrm.marketing.mining.MiningOutcome.Group;
import org.triviumcrm.marketing.mining.MiningOutcome.Verdict;
import org.triviumcrm.marketing.mining.measure.Share;

/** Bands have everybody who is likely enough, and each one more than the one before; what came true is told by how sure one can be. */
class MiningBandTests {

    @Test
    void theBoundsAreThoseOfWhomTheTreeNeverSaw() {
        Share learned = new Share(90, 100);
        assertThat(new MiningGroup(1, 1, "", learned, new Share(30, 50), 0, 0).bounded())
                .isEqualTo(new Share(30, 50));
        assertThat(new MiningGroup(1, 1, "", learned, new Share(0, 0), 0, 0).bounded())
                .isEqualTo(learned);
    }

    @Property
    void bandsHaveEverybodyWhoIsLikelyEnough(@ForAll("groups") List<MiningGroup> groups) {
        List<MiningBand> bands = MiningBand.of(groups);
        long before = 0;
        int from = 101;
        for (MiningBand band : bands) {
            long people = groups.stream()
                    .filter(group -> Math.round(group.learned().value() * 100) >= band.from())
                    .mapToLong(MiningGroup::scored)
                    .sum();
            assertThat(band.people()).isEqualTo(people).isGreaterThan(before);
            assertThat(band.from()).isLessThan(from);
            assertThat(band.expected()).isBetween(0L, band.people());
            assertThat(100.0 * band.expected() / band.people())
                    .isGreaterThanOrEqualTo(band.from() - 0.5 - 50.0 / band.people());
            before = people;
            from = band.from();
        }
        assertThat(before)
                .as("all but those of whom not one in a hundred is expected")
                .isEqualTo(groups.stream()
                        .filter(group -> group.percent() >= 1)
                        .mapToLong(MiningGroup::scored)
                        .sum());
    }

    @Provide
    Arbitrary<List<MiningGroup>> groups() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 200),
                        Arbitraries.longs().between(1, 200),
                        Arbitraries.longs().between(0, 500))
                .as((yes, count, scored) ->
                        new MiningGroup(0, 1, "", new Share(Math.min(yes, count), count), new Share(0, 0), scored, 0))
                .list()
                .ofMaxSize(8);
    }

    @Test
    void aVerdictIsGivenWhereAShareIsNoChance() {
        assertThat(verdict(0.9, 0, 29)).isEqualTo(Verdict.EARLY);
        assertThat(verdict(0.9, 0, 30)).isEqualTo(Verdict.NOBODY);
        assertThat(verdict(0.01, 0, 30)).as("none of thirty is no surprise").isEqualTo(Verdict.KEPT);
        assertThat(verdict(0.9, 27, 30)).isEqualTo(Verdict.KEPT);
        assertThat(verdict(0.2, 27, 30)).isEqualTo(Verdict.MORE);
        assertThat(verdict(0.9, 60, 100)).isEqualTo(Verdict.FEWER);
        assertThat(verdict(0.1, 7, 100)).as("seven for ten may be chance").isEqualTo(Verdict.KEPT);
    }

    @Test
    void allTogetherWereToSayYesAsTheirGroupsWere() {
        Group all = new MiningOutcome(
                        use(false),
                        "",
                        List.of(new Group(1, "", 0.9, new Share(80, 100)), new Group(2, "", 0.5, new Share(130, 300))))
                .all();
        assertThat(all.promised()).isEqualTo(0.6);
        assertThat(all.actual()).isEqualTo(new Share(210, 400));
    }

    /** While a campaign runs, who has not answered may do so. */
    @Test
    void isToBeLearnedAnewWhenACampaignIsOverAndCameOtherwise() {
        List<Group> fewer = List.of(new Group(1, "", 0.9, new Share(60, 100)));
        assertThat(new MiningOutcome(use(true), "", fewer).failed()).isTrue();
        assertThat(new MiningOutcome(use(false), "", fewer).failed()).isFalse();
        List<Group> kept = List.of(new Group(1, "", 0.9, new Share(88, 100)));
        assertThat(new MiningOutcome(use(true), "", kept).failed()).isFalse();
    }

    private static MiningUse use(boolean over) {
        return new MiningUse(
                1, 1, "", null, null, null, null, over, List.of(), List.of(), List.of(), 0, null, Instant.EPOCH);
    }

    private static Verdict verdict(double promised, long yes, long count) {
        return new Group(1, "", promised, new Share(yes, count)).verdict();
    }
}
