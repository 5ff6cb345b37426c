package org.triviumcrm.marketing.roster;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.triviumcrm.marketing.people.PersonKind;
import org.triviumcrm.marketing.roster.Candidate.Sign;

/**
 * Which of the records that resemble it is the person whom a row names. The surest sign decides: a reference, then the e-mail
 * address, then the telephone number, then name and company. Where it fits several, the one wins that has more in common with the
 * row, then the one that is there already, then a contact before a customer before a lead.
 */
final class PersonChoice {

    private static final List<PersonKind> ORDER = List.of(PersonKind.CONTACT, PersonKind.CUSTOMER, PersonKind.LEAD);

    private PersonChoice() {}

    /**
     * Those that it can be: none for a stranger, one for somebody who is known, more where nothing tells them apart.
     *
     * @param there whether a record is already where the people of the file are put
     */
    static List<Candidate> of(NamedPerson asked, List<Candidate> alike, Predicate<Candidate> there) {
        for (Sign sign : Sign.values()) {
            List<Candidate> fitting = alike.stream()
                    .filter(one -> one.has(sign) && (sign != Sign.PHONE || !asked.isOther(one.name())))
                    .toList();
            if (!fitting.isEmpty()) {
                return narrowed(asked, fitting, there, sign);
            }
        }
        return List.of();
    }

    private static List<Candidate> narrowed(
            NamedPerson asked, List<Candidate> fitting, Predicate<Candidate> there, Sign sign) {
        List<Candidate> left =
                most(fitting, one -> Integer.bitCount(one.signs()) + (one.name().equals(asked.name()) ? 1 : 0));
        left = most(left, one -> there.test(one) ? 1 : 0);
        left = withoutFormer(left);
        if (sign != Sign.REFERENCE) {
            left = most(left, one -> -ORDER.indexOf(one.kind()));
        }
        // leads that are the same person are one as good as the other; the oldest stays the same with every import
        return left.stream().allMatch(one -> one.kind() == PersonKind.LEAD)
                ? left.stream()
                        .min(Comparator.comparingLong(Candidate::id))
                        .map(List::of)
                        .orElse(left)
                : left;
    }

    private static List<Candidate> most(List<Candidate> some, ToIntFunction<Candidate> points) {
        int most = some.stream().mapToInt(points).max().orElse(0);
        return some.stream().filter(one -> points.applyAsInt(one) == most).toList();
    }

    /** Leads that have become one of the others are these. */
    private static List<Candidate> withoutFormer(List<Candidate> some) {
        return some.stream()
                .filter(one -> some.stream().noneMatch(one::hasBecome))
                .toList();
    }
}
