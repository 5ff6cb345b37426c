package org.triviumcrm.marketing.audience;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.marketing.roster.Coming;
import org.triviumcrm.marketing.roster.PersonFields;
import org.triviumcrm.marketing.roster.Roster;
import org.triviumcrm.marketing.roster.Seat;
import org.triviumcrm.marketing.roster.SeatImport;
import org.triviumcrm.marketing.roster.SeatTable;
import org.triviumcrm.shared.exchange.ExistingRecord;
import org.triviumcrm.shared.exchange.FieldType;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportOption;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.RecordWriter;

/** Who is on target lists, and who has opted out of them. */
@Component
class MemberImport extends SeatImport<String> {

    private static final String AUDIENCE = "audience";
    private static final String OPTED_OUT = "optedOut";

    private static final SeatTable MEMBERS = new SeatTable(
            new ImportTable(AudienceMemberList.NOUN, "audience_member", SeatTable.PERSON, null, false, List.of(), null),
            "audience_id");

    private final AudienceReadRepository reads;

    MemberImport(Roster roster, AudienceReadRepository reads, Viewers viewers) {
        super(
                roster,
                viewers,
                MEMBERS,
                AUDIENCE,
                ImportField.reference(AUDIENCE, AUDIENCE, "target list", "list", "list name", "segment", "目标名单", "名单"),
                ImportField.of(
                        FieldType.YES_NO, OPTED_OUT, "opted out", "opt-out", "opt out", "unsubscribed", "已退订", "退订"));
        this.reads = reads;
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
    public List<ImportOption> options() {
        return List.of(
                ImportOption.found(AUDIENCE, "/marketing/audiences/choices"),
                PersonFields.strangers("exchange.target.member.option.strangers."));
    }

    @Override
    public @Nullable String found(long personId, String option, long id) {
        return option.equals(AUDIENCE)
                ? viewer(personId)
                        .map(viewer -> reads.names(viewer, List.of(id), false).get(id))
                        .orElse(null)
                : null;
    }

    @Override
    protected Map<Long, String> places(Viewer viewer, List<Long> ids, boolean lock) {
        return reads.names(viewer, ids, lock);
    }

    @Override
    protected Optional<Roster.Wish> wish(ImportRow row, long id, String name, ImportContext context) {
        return Optional.of(new Roster.Wish(row, id, name, null, optsOut(row)));
    }

    private static boolean optsOut(ImportRow row) {
        return Boolean.TRUE.equals(row.values().get(OPTED_OUT));
    }

    /** Who has opted out stays so, whatever a file says; whoever comes back says so in person. */
    @Override
    protected void follow(Seat seat, ImportContext context, List<Coming> coming, List<RecordWriter.Changed> changed) {
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
