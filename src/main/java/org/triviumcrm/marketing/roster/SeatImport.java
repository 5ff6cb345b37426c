package org.triviumcrm.marketing.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.marketing.lead.LeadTable;
import org.triviumcrm.shared.exchange.ImportBatch;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.ImportTarget;
import org.triviumcrm.shared.exchange.RecordWriter;

/**
 * Files of people who are put into something: rows that name no place are for the one that was chosen for the file.
 *
 * @param <P> what is known of a place that the importing person sees
 */
public abstract class SeatImport<P> implements ImportTarget {

    private final Roster roster;
    private final Viewers viewers;
    private final SeatTable seats;
    private final String place;
    private final List<ImportField> fields;

    /**
     * @param place the field that names where a person is put, and the option of the file
     * @param fields those of the place; those of the person follow
     */
    protected SeatImport(Roster roster, Viewers viewers, SeatTable seats, String place, ImportField... fields) {
        this.roster = roster;
        this.viewers = viewers;
        this.seats = seats;
        this.place = place;
        this.fields = PersonFields.and(fields);
    }

    @Override
    public List<ImportField> fields() {
        return fields;
    }

    @Override
    public boolean asksHow() {
        return false;
    }

    @Override
    public List<ImportTable> tables() {
        return List.of(LeadTable.LEAD, seats.table());
    }

    /** Who imports, as they see things. */
    protected Optional<Viewer> viewer(long personId) {
        return viewers.find(personId);
    }

    /** Those of some places that the viewer may fill, by their ids. @param lock whether they stay as they are until the transaction ends */
    protected abstract Map<Long, P> places(Viewer viewer, List<Long> ids, boolean lock);

    /** What a row is to do at its place; empty when it was refused. */
    protected abstract Optional<Roster.Wish> wish(ImportRow row, long id, P at, ImportContext context);

    /** Who comes to a seat, and what of it changes. */
    protected abstract void follow(
            Seat seat, ImportContext context, List<Coming> coming, List<RecordWriter.Changed> changed);

    @Override
    public void write(ImportBatch batch) {
        ImportContext context = batch.context();
        Viewer viewer = viewers.find(context.personId()).orElseThrow();
        List<ImportRow> rows = batch.standing();
        rows.forEach(row -> aim(row, context));
        Map<Long, P> known = places(
                viewer,
                rows.stream()
                        .map(row -> row.id(place))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                !context.dry());
        List<Roster.Wish> wishes = new ArrayList<>();
        for (ImportRow row : batch.standing()) {
            long id = Objects.requireNonNull(row.id(place));
            P at = known.get(id);
            if (at == null) {
                row.refuse("exchange.refusal.unseen", place);
            } else {
                wish(row, id, at, context).ifPresent(wishes::add);
            }
        }
        List<Coming> coming = new ArrayList<>();
        List<RecordWriter.Changed> changed = new ArrayList<>();
        for (Seat seat : roster.seats(context, viewer, seats, wishes)) {
            follow(seat, context, coming, changed);
        }
        roster.write(context, seats, coming, changed);
    }

    private void aim(ImportRow row, ImportContext context) {
        if (!row.has(place)) {
            String chosen = context.option(place);
            if (chosen.matches("\\d{1,18}")) {
                row.values().put(place, Long.valueOf(chosen));
            } else {
                row.refuse("exchange.refusal.required", place);
            }
        }
    }
}
