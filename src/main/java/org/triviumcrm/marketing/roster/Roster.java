package org.triviumcrm.marketing.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.people.PersonKind;
import org.triviumcrm.marketing.roster.SeatRepository.At;
import org.triviumcrm.marketing.roster.StrangerLeads.Stranger;
import org.triviumcrm.shared.exchange.ExistingRecord;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.RecordWriter;

/** Finds out whom the rows of a file mean and puts them where they belong: whoever stands in it twice is one person. */
@Component
public class Roster {

    private final CandidateRepository candidates;
    private final SeatRepository seats;
    private final StrangerLeads leads;
    private final RecordWriter writer;

    Roster(CandidateRepository candidates, SeatRepository seats, StrangerLeads leads, RecordWriter writer) {
        this.candidates = candidates;
        this.seats = seats;
        this.leads = leads;
        this.writer = writer;
    }

    /**
     * A row with where its person is put.
     *
     * @param place what this is called
     * @param campaignId that a new lead comes from; null for none
     * @param silently whether also somebody comes in who wants neither e-mails nor calls
     */
    public record Wish(
            ImportRow row,
            long placeId,
            String place,
            @Nullable Long campaignId,
            boolean silently) {}

    /** The people of these rows, in the order in which they are named first; the other rows are refused. New ones become leads at once. */
    public List<Seat> seats(ImportContext context, Viewer viewer, SeatTable table, List<Wish> wishes) {
        List<Wish> known = new ArrayList<>();
        List<NamedPerson> people = new ArrayList<>();
        for (Wish wish : wishes) {
            NamedPerson person = NamedPerson.of(wish.row());
            if (person.isNobody(wish.row())) {
                wish.row().refuse("exchange.refusal.nobody", "");
            } else {
                known.add(wish);
                people.add(person);
            }
        }
        Map<Integer, List<Candidate>> alike = new HashMap<>();
        Map<At, ExistingRecord> records = new HashMap<>();
        for (PersonKind kind : PersonKind.values()) {
            List<Candidate> found = people.isEmpty() ? List.of() : candidates.find(viewer, kind, people);
            found.forEach(one ->
                    alike.computeIfAbsent(one.at(), any -> new ArrayList<>()).add(one));
            List<At> wanted = found.stream()
                    .map(one -> new At(known.get(one.at()).placeId(), kind, one.id()))
                    .distinct()
                    .toList();
            records.putAll(seats.find(context, table, kind, wanted));
        }
        Guests guests = new Guests(context, viewer, records);
        for (int at = 0; at < known.size(); at++) {
            guests.seat(known.get(at), people.get(at), alike.getOrDefault(at, List.of()));
        }
        leads.make(context, viewer, guests.strangers);
        return List.copyOf(guests.taken.values());
    }

    /** Puts the new ones there, changes the others, and tells the rows. */
    public void write(ImportContext context, SeatTable table, List<Coming> coming, List<RecordWriter.Changed> changed) {
        seats.insert(context, table, coming);
        writer.update(context, table.table(), changed);
    }

    /** The people of one batch while they are made out. */
    private static final class Guests {

        private final Map<At, ExistingRecord> records;
        private final Map<List<Object>, Seat.Person> persons = new HashMap<>();
        private final Map<String, Seat.Person> signs = new HashMap<>();
        private final Map<List<Object>, Seat> taken = new LinkedHashMap<>();
        private final List<Stranger> strangers = new ArrayList<>();
        private final boolean makesLeads;

        Guests(ImportContext context, Viewer viewer, Map<At, ExistingRecord> records) {
            this.records = records;
            this.makesLeads = viewer.can("marketing.lead.create")
                    && !context.option(PersonFields.STRANGERS).equals(PersonFields.REFUSE);
        }

        void seat(Wish wish, NamedPerson named, List<Candidate> alike) {
            long place = wish.placeId();
            List<Candidate> chosen =
                    PersonChoice.of(named, alike, one -> records.containsKey(new At(place, one.kind(), one.id())));
            if (chosen.size() > 1) {
                wish.row().refuse("exchange.refusal.several", "", chosen.size());
                return;
            }
            Seat.Person person = chosen.isEmpty() ? stranger(wish, named) : known(chosen.get(0));
            if (person == null) {
                return;
            }
            ExistingRecord record = records.get(new At(place, person.kind(), person.id()));
            boolean mute = person.isMute() || wantsNothing(wish.row());
            if (mute && record == null && !wish.silently()) {
                wish.row().refuse("exchange.refusal.mute", "");
                return;
            }
            taken.computeIfAbsent(List.of(place, person), any -> new Seat(place, person, record, new ArrayList<>()))
                    .rows()
                    .add(wish.row());
        }

        private Seat.Person known(Candidate one) {
            return persons.computeIfAbsent(
                    List.of(one.kind(), one.id()), any -> new Seat.Person(one.kind(), one.id(), one.mute()));
        }

        /** The one of an earlier row of this batch, or a new one; null when there may be none, and the row is refused. */
        private Seat.@Nullable Person stranger(Wish wish, NamedPerson named) {
            Seat.Person before = named.sought().stream()
                    .map(signs::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            if (before != null) {
                return before;
            }
            if (wantsNothing(wish.row()) && !wish.silently()) {
                wish.row().refuse("exchange.refusal.mute", "");
                return null;
            }
            if (!makesLeads) {
                wish.row().refuse("exchange.refusal.stranger", "");
                return null;
            }
            Seat.Person person = new Seat.Person(PersonKind.LEAD, 0, false);
            named.signs().forEach(sign -> signs.putIfAbsent(sign, person));
            strangers.add(new Stranger(person, wish.row(), wish.campaignId(), wish.place()));
            return person;
        }

        private static boolean wantsNothing(ImportRow row) {
            return Boolean.TRUE.equals(row.values().get("noEmail"))
                    && Boolean.TRUE.equals(row.values().get("noCall"));
        }
    }
}
