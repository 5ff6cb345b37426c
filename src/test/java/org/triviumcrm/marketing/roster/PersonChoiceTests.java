package org.triviumcrm.marketing.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.triviumcrm.marketing.people.PersonKind;
import org.triviumcrm.marketing.roster.Candidate.Sign;

/** Whom a row means when several records resemble it. */
class PersonChoiceTests {

    private static final NamedPerson ANN = new NamedPerson("", "info@x.org", "1705550101", "ann", "x ltd");

    @Test
    void theSurestSignDecides() {
        Candidate byEmail = candidate(PersonKind.LEAD, 1, "bob", Sign.EMAIL);
        Candidate byPhoneAndName = candidate(PersonKind.CONTACT, 2, "ann", Sign.PHONE, Sign.NAME);
        assertThat(choice(byEmail, byPhoneAndName)).containsExactly(byEmail);
        Candidate byReference = candidate(PersonKind.CUSTOMER, 3, "x", Sign.REFERENCE);
        assertThat(choice(byEmail, byPhoneAndName, byReference)).containsExactly(byReference);
        assertThat(choice()).isEmpty();
    }

    @Test
    void theNameTellsThoseApartWhoShareAMailbox() {
        Candidate bob = candidate(PersonKind.CONTACT, 1, "bob", Sign.EMAIL);
        Candidate ann = candidate(PersonKind.CONTACT, 2, "ann", Sign.EMAIL);
        assertThat(choice(bob, ann)).containsExactly(ann);
        Candidate other = candidate(PersonKind.CONTACT, 3, "ann", Sign.EMAIL);
        assertThat(choice(bob, ann, other)).as("nothing tells them apart").containsExactly(ann, other);
        assertThat(PersonChoice.of(ANN, List.of(bob, ann, other), one -> one.id() == 3))
                .as("whoever is there already")
                .containsExactly(other);
    }

    @Test
    void aSwitchboardIsNobody() {
        assertThat(choice(candidate(PersonKind.CONTACT, 1, "bob", Sign.PHONE))).isEmpty();
        Candidate ann = candidate(PersonKind.CONTACT, 2, "ann", Sign.PHONE);
        assertThat(choice(ann)).containsExactly(ann);
    }

    @Test
    void aContactComesBeforeTheLeadThatItWas() {
        Candidate contact = candidate(PersonKind.CONTACT, 7, "ann", Sign.EMAIL);
        Candidate customer = candidate(PersonKind.CUSTOMER, 8, "ann", Sign.EMAIL);
        Candidate former = new Candidate(0, PersonKind.LEAD, 1, Sign.EMAIL.bit(), "ann", false, 7L, null);
        assertThat(choice(former, customer, contact)).containsExactly(contact);
        assertThat(PersonChoice.of(ANN, List.of(former, contact), one -> one.kind() == PersonKind.LEAD))
                .as("unless it is there as a lead")
                .containsExactly(former);
    }

    @Test
    void ofLeadsThatAreAlikeTheOldest() {
        Candidate first = candidate(PersonKind.LEAD, 4, "ann", Sign.EMAIL);
        assertThat(choice(candidate(PersonKind.LEAD, 9, "ann", Sign.EMAIL), first))
                .containsExactly(first);
    }

    @Test
    void aReferenceOfTwoKindsIsNotGuessed() {
        Candidate customer = candidate(PersonKind.CUSTOMER, 1, "x", Sign.REFERENCE);
        Candidate contact = candidate(PersonKind.CONTACT, 1, "y", Sign.REFERENCE);
        assertThat(choice(customer, contact)).hasSize(2);
        Candidate former = candidate(PersonKind.LEAD, 1, null, Sign.REFERENCE, Sign.PHONE);
        assertThat(choice(customer, contact, former)).containsExactly(former);
    }

    private static List<Candidate> choice(Candidate... alike) {
        return PersonChoice.of(ANN, List.of(alike), one -> false);
    }

    private static Candidate candidate(PersonKind kind, long id, @Nullable String name, Sign... signs) {
        int bits = 0;
        for (Sign sign : signs) {
            bits |= sign.bit();
        }
        return new Candidate(0, kind, id, bits, name == null ? "" : name, false, null, null);
    }
}
