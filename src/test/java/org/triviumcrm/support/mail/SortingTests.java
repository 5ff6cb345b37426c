package org.triviumcrm.support.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.triviumcrm.support.letter.TicketToken;

/** To which ticket a mail belongs, and what it becomes there. */
class SortingTests {

    private static final TicketToken TOKEN = new TicketToken("ours");

    @ParameterizedTest
    @CsvSource({
        // nature, place, own, flood -> fate
        "PERSON,     none,   false, false, new",
        "PERSON,     open,   false, false, added",
        "PERSON,     closed, false, false, follows",
        "PERSON,     open,   true,  false, OWN",
        "PERSON,     none,   true,  false, OWN",
        "PERSON,     open,   false, true,  FLOOD",
        "PERSON,     none,   false, true,  FLOOD",
        "GENERATED,  none,   false, false, new",
        "GENERATED,  open,   false, false, added",
        "AUTO_REPLY, none,   false, false, AUTO_REPLY",
        "AUTO_REPLY, open,   false, false, quiet",
        "AUTO_REPLY, closed, false, false, AUTO_REPLY",
        "LIST,       none,   false, false, LIST",
        "LIST,       open,   false, false, added",
        "LIST,       closed, false, false, follows",
        "BOUNCE,     none,   false, false, BOUNCE",
        "BOUNCE,     open,   false, false, quiet",
        "BOUNCE,     closed, false, false, quiet",
        "BOUNCE,     open,   false, true,  quiet"
    })
    void aMailBecomes(MailNature nature, String place, boolean own, boolean flood, String fate) {
        Optional<KnownRepository.Place> known = place.equals("none")
                ? Optional.empty()
                : Optional.of(new KnownRepository.Place(7, place.equals("closed"), null, "#7 Printer"));
        assertThat(said(Sorting.decide(
                        mail(nature, "a@b.example", List.of(), List.of()), new Sorting.Known(own, flood, known))))
                .isEqualTo(fate);
    }

    @Test
    void whoCanNotBeAnsweredIsNotForgotten() {
        ReadMail mail = mail(MailNature.PERSON, null, List.of(), List.of());
        assertThat(said(Sorting.decide(mail, new Sorting.Known(false, false, Optional.empty()))))
                .isEqualTo("NO_SENDER");
    }

    /** Whatever way a conversation goes, each mail of it that names any earlier one, in any order, finds its ticket. */
    @Property(tries = 200)
    void aConversationStaysTogether(@ForAll long seed, @ForAll @IntRange(min = 2, max = 30) int length) {
        Random random = new Random(seed);
        Map<String, Long> known = new HashMap<>();
        Threading threading = new Threading(TOKEN, ids -> first(ids, known));
        List<String> ours = new ArrayList<>();
        List<String> all = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            if (random.nextBoolean()) {
                String id = TOKEN.write(7, i) + "@example.com";
                ours.add(id);
                all.add(id);
            } else {
                String id = "mail-" + i + "@customer.example";
                if (!all.isEmpty()) {
                    List<String> named = new ArrayList<>(all.subList(random.nextInt(all.size()), all.size()));
                    Collections.shuffle(named, random);
                    named.add(random.nextInt(named.size() + 1), "unknown@elsewhere.example");
                    assertThat(threading.find(mail(MailNature.PERSON, "a@b.example", List.of(), named)))
                            .contains(7L);
                }
                known.put(id, 7L);
                all.add(id);
            }
        }
        if (!ours.isEmpty()) {
            Threading forgetful = new Threading(TOKEN, ids -> Optional.empty());
            assertThat(forgetful.find(mail(MailNature.PERSON, "a@b.example", List.of(), ours)))
                    .contains(7L);
        }
    }

    @Test
    void theAddressCountsBeforeWhatIsAnswered() {
        Threading threading = new Threading(TOKEN, ids -> Optional.of(9L));
        String plus = "Support <support+" + TOKEN.write(7, 0) + "@example.com>";
        assertThat(threading.find(mail(
                        MailNature.PERSON, "a", List.of("x@y", plus), List.of(TOKEN.write(8, 1) + "@example.com"))))
                .contains(7L);
    }

    @Test
    void aTokenThatSomebodyMadeUpCountsForNothing() {
        Threading threading = new Threading(TOKEN, ids -> Optional.empty());
        String forged = new TicketToken("theirs").write(7, 0);
        assertThat(threading.find(mail(
                        MailNature.PERSON,
                        "a",
                        List.of("support+" + forged + "@example.com"),
                        List.of(forged + "@example.com"))))
                .isEmpty();
    }

    private static Optional<Long> first(Collection<String> ids, Map<String, Long> known) {
        return ids.stream().filter(known::containsKey).map(known::get).findFirst();
    }

    private static String said(Sorting.Fate fate) {
        if (fate instanceof Sorting.Kept kept) {
            return kept.reason().name();
        }
        if (fate instanceof Sorting.Opened opened) {
            return opened.follows() == null ? "new" : "follows";
        }
        return ((Sorting.Added) fate).quiet() ? "quiet" : "added";
    }

    private static ReadMail mail(MailNature nature, @Nullable String from, List<String> to, List<String> answers) {
        return new ReadMail(
                null, from, null, null, to, answers, "Printer", "words", null, List.of(), nature, false, null);
    }
}
