package org.triviumcrm.marketing.audience;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.marketing.lead.LeadTable;
import org.triviumcrm.marketing.roster.Coming;
import org.triviumcrm.marketing.roster.PersonFields;
import org.triviumcrm.marketing.roster.Roster;
import org.triviumcrm.marketing.roster.Seat;
import org.triviumcrm.marketing.roster.SeatTable;
import org.triviumcrm.shared.exchange.ExistingRecord;
import org.triviumcrm.shared.exchange.FieldType;
import org.triviumcrm.shared.exchange.ImportBatch;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportOption;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.ImportTarget;
import org.triviumcrm.shared.exchange.RecordWriter;

/** Who is on target lists, and who has opted out of them. */
@Component
class MemberImport implements ImportTarget {

    private static final String AUDIENCE = "audience";
    private static final String OPTED_OUT = "optedOut";

    private static final SeatTable MEMBERS = new SeatTable(
            new ImportTable(AudienceMemberList.NOUN, "audience_member", SeatTable.PERSON, null, false, List.of(), null),
            "audience_id");

    private static final List<ImportField> FIELDS = PersonFields.and(
            ImportField.reference(AUDIENCE, AUDIENCE, "target list", "list", "list name", "segment", "目标名单", "名单"),
            ImportField.of(
                    FieldType.YES_NO, OPTED_OUT, "opted out", "opt-out", "opt out", "unsubscribed", "已退订", "退订"));

    private final Roster roster;
    private final AudienceReadRepository reads;
    private final Viewers viewers;

    MemberImport(Roster roster, AudienceReadRepository reads, Viewers viewers) {
        this.roster = roster;
        this.reads = reads;
        this.viewers = viewers;
    }

    @Override
    public String key() {
        return "member";
    }

    @Override
    public int order() {
        return 9;
    }

    @Override
    public String permission() {
        return "marketing.audience.edit";
    }

    @Override
    public List<ImportField> fields() {
        return FIELDS;
    }

    @Override
    public boolean asksHow() {
        return false;
    }

    @Override
    public List<ImportTable> tables() {
        return List.of(LeadTable.LEAD, MEMBERS.table());
    }

    @Override
    public List<ImportOption> options() {
        return List.of(
                ImportOption.found(AUDIENCE, "/marketing/audiences/choices"),
                PersonFields.strangers("exchange.target.member.option.strangers."));
    }

    @Override
    public @Nullable String found(long personId, String option, long id) {
        return option.equals(AUDIENCE)
                ? viewers.find(personId)
                        .map(viewer -> reads.names(viewer, List.of(id), false).get(id))
                        .orElse(null)
                : null;
    }

    @Override
    public void write(ImportBatch batch) {
        ImportContext context = batch.context();
        Viewer viewer = viewers.find(context.personId()).orElseThrow();
        List<ImportRow> rows = batch.standing();
        rows.forEach(row -> aim(row, context));
        Map<Long, String> names = reads.names(
                viewer,
                rows.stream()
                        .map(row -> row.id(AUDIENCE))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                !context.dry());
        List<Roster.Wish> wishes = new ArrayList<>();
        for (ImportRow row : batch.standing()) {
            long audience = Objects.requireNonNull(row.id(AUDIENCE));
            String name = names.get(audience);
            if (name == null) {
                row.refuse("exchange.refusal.unseen", AUDIENCE);
            } else {
                wishes.add(new Roster.Wish(row, audience, name, null, optsOut(row)));
            }
        }
        List<Coming> coming = new ArrayList<>();
        List<RecordWriter.Changed> changed = new ArrayList<>();
        for (Seat seat : roster.seats(context, viewer, MEMBERS, wishes)) {
            follow(seat, context, coming, changed);
        }
        roster.write(context, MEMBERS, coming, changed);
    }

    /** Rows that name no list are for the one that was chosen for the file. */
    private static void aim(ImportRow row, ImportContext context) {
        if (!row.has(AUDIENCE)) {
            String chosen = context.option(AUDIENCE);
            if (chosen.matches("\\d{1,18}")) {
                row.values().put(AUDIENCE, Long.valueOf(chosen));
            } else {
                row.refuse("exchange.refusal.required", AUDIENCE);
            }
        }
    }

    private static boolean optsOut(ImportRow row) {
        return Boolean.TRUE.equals(row.values().get(OPTED_OUT));
    }

    /** Who has opted out stays so, whatever a file says; whoever comes back says so in person. */
    private static void follow(
            Seat seat, ImportContext context, List<Coming> coming, List<RecordWriter.Changed> changed) {
        ExistingRecord record = seat.record();
        boolean out = record != null && record.text("opted_out_at") != null;
        ImportRow first = null;
        Map<String, Object> values = new LinkedHashMap<>();
        for (ImportRow row : seat.rows()) {
            if (out && !optsOut(row)) {
                row.refuse("exchange.refusal.optedOut", "");
            } else if (!out && optsOut(row)) {
                out = true;
                values.put("opted_out_at", context.now());
                values.put("opted_out_by", context.personId());
                first = first == null ? row : first;
            } else if (record == null && first == null) {
                first = row;
            }
        }
        if (first != null && record == null) {
            coming.add(new Coming(seat, first, values));
        } else if (first != null && record != null) {
            changed.add(new RecordWriter.Changed(first, record, values));
        }
    }
}
