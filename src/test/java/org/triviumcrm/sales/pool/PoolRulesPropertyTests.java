package org.triviumcrm.sales.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.triviumcrm.identity.BulkRefusal;

/** The days of pools, counted in the company's zone, and what somebody may take. */
class PoolRulesPropertyTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

    /** From 2020 to 2032, whichever zone: days of 23 and 25 hours, and one that a zone has left out, among them. */
    @Property(tries = 3000)
    void theMomentSaysTheSameAsTheDay(
            @ForAll @LongRange(min = 1_577_836_800, max = 1_956_528_000) long second,
            @ForAll @IntRange(min = 1, max = 3650) int days,
            @ForAll @IntRange(min = -3, max = 3) int off,
            @ForAll("zones") ZoneId zone) {
        Instant since = Instant.ofEpochSecond(second);
        LocalDate due = PoolDays.due(since, days, zone);
        LocalDate asked = due.plusDays(off);
        assertThat(since.isBefore(
                        asked.minusDays(days).plusDays(1).atStartOfDay(zone).toInstant()))
                .as("%s is %d days old on %s in %s", since, days, asked, zone)
                .isEqualTo(!due.isAfter(asked));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "UTC",
                        "Asia/Shanghai",
                        "Europe/London",
                        "America/New_York",
                        "Pacific/Apia",
                        "America/Sao_Paulo")
                .map(ZoneId::of);
    }

    @Example
    void aDayIsOverWhenTheNextOneBegins() {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        Instant evening = Instant.parse("2026-03-05T15:59:59Z");
        assertThat(PoolDays.due(evening, 1, zone)).isEqualTo("2026-03-06");
        assertThat(PoolDays.due(evening.plusSeconds(1), 1, zone)).isEqualTo("2026-03-07");
    }

    /** However somebody goes on claiming, nobody ends with more than the least of the limits allows, nor with less. */
    @Property
    void takesJustAsMuchAsTheLimitsAllow(
            @ForAll @IntRange(min = 0, max = 30) int mostHeld,
            @ForAll @IntRange(min = 0, max = 30) int held,
            @ForAll @IntRange(min = 0, max = 30) int mostClaims,
            @ForAll @IntRange(min = 0, max = 30) int claimed,
            @ForAll @IntRange(min = 0, max = 40) int tries) {
        Integer limit = mostHeld == 0 ? null : mostHeld;
        Integer claims = mostClaims == 0 ? null : mostClaims;
        int taken = 0;
        for (int at = 0; at < tries; at++) {
            if (new Allowance(limit, held + taken, claims, claimed + taken, null).refusal(DAY) == null) {
                taken++;
            }
        }
        int room = Math.max(0, limit == null ? tries : limit - held);
        int left = Math.max(0, claims == null ? tries : claims - claimed);
        assertThat(taken).isEqualTo(Math.min(tries, Math.min(room, left)));
    }

    @Property
    void restsUntilItsDay(@ForAll @IntRange(min = -400, max = 400) int days) {
        LocalDate again = DAY.plusDays(days);
        BulkRefusal refusal = new Allowance(null, 0, null, 0, again).refusal(DAY);
        assertThat(refusal).isEqualTo(days <= 0 ? null : new BulkRefusal("sales.pool.error.resting", again.toString()));
    }
}
