package org.triviumcrm.sales.receivable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What payments settle. Each goes to the instalment that it names; the rest, and what names none, to those that are due first. What is
 * paid back takes from credit first, then from those that are due last. Nothing is lost: what the instalments have received and the credit
 * add up to all payments.
 *
 * @param received by id of the instalment; from zero to its amount
 * @param credit what is left; negative only where more was paid back than had come in
 */
public record Settlement(Map<Long, BigDecimal> received, BigDecimal credit) {

    /** What is to be paid. */
    public record Claim(long id, BigDecimal amount) {}

    /**
     * What was paid, negative for what was paid back.
     *
     * @param claimId the instalment that it is for; null for none in particular
     */
    public record Payment(@Nullable Long claimId, BigDecimal amount) {}

    /** @param claims in the order in which they are due */
    public static Settlement of(List<Claim> claims, List<Payment> payments) {
        Map<Long, BigDecimal> named = new HashMap<>();
        BigDecimal free = BigDecimal.ZERO;
        for (Payment payment : payments) {
            Long id = payment.claimId();
            if (id != null && claims.stream().anyMatch(claim -> claim.id() == id)) {
                named.merge(id, payment.amount(), BigDecimal::add);
            } else {
                free = free.add(payment.amount());
            }
        }
        Map<Long, BigDecimal> received = new HashMap<>();
        for (Claim claim : claims) {
            BigDecimal given = named.getOrDefault(claim.id(), BigDecimal.ZERO);
            BigDecimal kept = given.max(BigDecimal.ZERO).min(claim.amount());
            received.put(claim.id(), kept);
            free = free.add(given.subtract(kept));
        }
        return new Settlement(
                received, free.signum() < 0 ? takenBack(claims, received, free) : filled(claims, received, free));
    }

    private static BigDecimal filled(List<Claim> claims, Map<Long, BigDecimal> received, BigDecimal free) {
        BigDecimal left = free;
        for (Claim claim : claims) {
            BigDecimal part = left.min(claim.amount().subtract(received.get(claim.id())));
            received.merge(claim.id(), part, BigDecimal::add);
            left = left.subtract(part);
        }
        return left;
    }

    private static BigDecimal takenBack(List<Claim> claims, Map<Long, BigDecimal> received, BigDecimal missing) {
        BigDecimal left = missing;
        List<Claim> lastFirst = new ArrayList<>(claims);
        Collections.reverse(lastFirst);
        for (Claim claim : lastFirst) {
            BigDecimal part = left.negate().min(received.get(claim.id()));
            received.merge(claim.id(), part.negate(), BigDecimal::add);
            left = left.add(part);
        }
        return left;
    }
}
