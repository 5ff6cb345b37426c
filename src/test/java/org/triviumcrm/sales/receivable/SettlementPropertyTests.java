package org.triviumcrm.sales.receivable;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.triviumcrm.sales.receivable.Settlement.Claim;
import org.triviumcrm.sales.receivable.Settlement.Payment;
import org.triviumcrm.shared.money.Rounding;

/** No cent is lost between what was paid, what it settles and what is too much. */
class SettlementPropertyTests {

    @Property
    void whatIsSettledAndWhatIsTooMuchAddUpToWhatWasPaid(
            @ForAll("claims") List<Claim> claims, @ForAll("payments") List<Payment> payments) {
        Settlement settlement = Settlement.of(claims, payments);
        BigDecimal paid = payments.stream().map(Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(settlement.received().values().stream().reduce(settlement.credit(), BigDecimal::add))
                .isEqualByComparingTo(paid);
        claims.forEach(
                claim -> assertThat(settlement.received().get(claim.id())).isBetween(BigDecimal.ZERO, claim.amount()));
        if (settlement.credit().signum() > 0) {
            claims.forEach(
                    claim -> assertThat(settlement.received().get(claim.id())).isEqualByComparingTo(claim.amount()));
        }
        if (paid.signum() >= 0) {
            assertThat(settlement.credit()).isNotNegative();
        }
    }

    /** Where nobody says what a payment is for, nothing later is settled before all that is due earlier is. */
    @Property
    void whatIsDueFirstIsSettledFirst(
            @ForAll("claims") List<Claim> claims, @ForAll @LongRange(max = 500_000) long cents) {
        Map<Long, BigDecimal> received = Settlement.of(claims, List.of(new Payment(null, BigDecimal.valueOf(cents, 2))))
                .received();
        for (int at = 1; at < claims.size(); at++) {
            if (received.get(claims.get(at).id()).signum() > 0) {
                assertThat(received.get(claims.get(at - 1).id()))
                        .isEqualByComparingTo(claims.get(at - 1).amount());
            }
        }
    }

    @Property
    void theOrderOfPaymentsMakesNoDifference(
            @ForAll("claims") List<Claim> claims, @ForAll("payments") List<Payment> payments) {
        List<Payment> reversed = new ArrayList<>(payments);
        java.util.Collections.reverse(reversed);
        assertThat(Settlement.of(claims, payments))
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(Settlement.of(claims, reversed));
    }

    @Property
    void aDivisionAddsUpToTheTotal(
            @ForAll @LongRange(min = 1, max = 100_000_000_00L) long cents,
            @ForAll("shares") List<Integer> shares,
            @ForAll @LongRange(max = 12) long months) {
        BigDecimal total = BigDecimal.valueOf(cents, 2);
        String typed = String.join(", ", shares.stream().map(String::valueOf).toList());
        DividePlan division = new DividePlan(typed, LocalDate.of(2026, 1, 31), (int) months);
        if (shares.stream().allMatch(share -> share == 0)) {
            assertThat(division.isComplete()).isFalse();
            return;
        }
        List<SavePayment> rows = division.rows(total, "USD", Rounding.of("USD"));
        assertThat(rows.stream().map(SavePayment::getAmount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(total);
        assertThat(rows).allSatisfy(row -> assertThat(row.getAmount()).isPositive());
    }

    /** Francs that are asked for in steps of five hundredths are also paid so; whatever the total is, all of it is asked for. */
    @Property
    void paymentsAreWholeSteps(
            @ForAll @LongRange(min = 1, max = 10_000_000) long cents, @ForAll("shares") List<Integer> shares) {
        BigDecimal total = BigDecimal.valueOf(cents, 2);
        BigDecimal step = new BigDecimal("0.05");
        String typed =
                "1, " + String.join(", ", shares.stream().map(String::valueOf).toList());
        List<BigDecimal> parts = new DividePlan(typed, LocalDate.of(2026, 1, 31), 1)
                .rows(total, "CHF", new Rounding(step)).stream()
                        .map(row -> Objects.requireNonNull(row.getAmount()))
                        .toList();
        assertThat(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(total);
        if (cents % 5 == 0) {
            assertThat(parts).allMatch(part -> part.remainder(step).signum() == 0);
        }
    }

    @Example
    void sharesAreReadAsPeopleTypeThem() {
        LocalDate day = LocalDate.of(2026, 1, 31);
        assertThat(new DividePlan("30 / 70", day, 1).rows(new BigDecimal("99.99"), "USD", Rounding.of("USD")))
                .extracting(row -> row.getDueOn() + " " + row.getAmount())
                .containsExactly("2026-01-31 30", "2026-02-28 69.99");
        assertThat(new DividePlan("3", day, 3).rows(new BigDecimal("100"), "JPY", Rounding.of("JPY")))
                .extracting(row -> row.getDueOn() + " " + row.getAmount())
                .containsExactly("2026-01-31 34", "2026-04-30 33", "2026-07-31 33");
        for (String wrong : List.of("", "0", "-1", "a, b", "1.5", "30, -70", "0, 0", "241")) {
            assertThat(new DividePlan(wrong, day, 1).isComplete()).as(wrong).isFalse();
        }
    }

    @Example
    void aRefundTakesFromWhatIsTooMuchFirstThenFromTheLast() {
        List<Claim> claims = List.of(new Claim(1, new BigDecimal("100")), new Claim(2, new BigDecimal("50")));
        List<Payment> paid = new ArrayList<>(List.of(new Payment(null, new BigDecimal("160"))));
        assertThat(Settlement.of(claims, paid).credit()).isEqualByComparingTo("10");
        paid.add(new Payment(null, new BigDecimal("-30")));
        Settlement after = Settlement.of(claims, paid);
        assertThat(after.credit()).isEqualByComparingTo("0");
        assertThat(after.received().get(1L)).isEqualByComparingTo("100");
        assertThat(after.received().get(2L)).isEqualByComparingTo("30");
    }

    @Provide
    Arbitrary<List<Claim>> claims() {
        return Arbitraries.longs().between(1, 100_000).list().ofMaxSize(5).map(amounts -> {
            List<Claim> claims = new ArrayList<>();
            amounts.forEach(cents -> claims.add(new Claim(claims.size() + 1L, BigDecimal.valueOf(cents, 2))));
            return claims;
        });
    }

    @Provide
    Arbitrary<List<Payment>> payments() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 6).injectNull(0.5),
                        Arbitraries.longs().between(-50_000, 100_000))
                .as((claim, cents) -> new Payment(claim, BigDecimal.valueOf(cents, 2)))
                .list()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Integer>> shares() {
        return Arbitraries.integers().between(0, 100).list().ofMinSize(2).ofMaxSize(12);
    }
}
