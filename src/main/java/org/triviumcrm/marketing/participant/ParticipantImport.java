package org.triviumcrm.marketing.participant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.marketing.Campaigns;
import org.triviumcrm.marketing.exit.CampaignState;
import org.triviumcrm.marketing.lead.LeadTable;
import org.triviumcrm.marketing.roster.Coming;
import org.triviumcrm.marketing.roster.PersonFields;
import org.triviumcrm.marketing.roster.Roster;
import org.triviumcrm.marketing.roster.Seat;
import org.triviumcrm.marketing.roster.SeatTable;
import org.triviumcrm.shared.exchange.FieldType;
import org.triviumcrm.shared.exchange.ImportBatch;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportOption;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.ImportTarget;
import org.triviumcrm.shared.exchange.RecordWriter;

/** Who takes part in campaigns: sign-up sheets, lists of those who came, answers. */
@Component
class ParticipantImport implements ImportTarget {

    static final String CAMPAIGN = "campaign";
    static final String STATUS = "status";
    private static final String AT = "at";

    private static final SeatTable PARTICIPANTS = new SeatTable(
            new ImportTable(
                    ParticipantList.NOUN, "campaign_participant", SeatTable.PERSON, null, false, List.of(), null),
            "campaign_id");

    private static final List<ImportField> FIELDS = PersonFields.and(
            ImportField.reference(
                    CAMPAIGN, CAMPAIGN, "campaign name", "campaign number", "event", "营销活动", "市场活动", "活动", "活动名称"),
            ImportField.reference(
                    STATUS,
                    ImportedStatuses.KEY,
                    "state",
                    "registration status",
                    "attendance",
                    "attendance status",
                    "状态",
                    "参会状态",
                    "报名状态"),
            ImportField.of(
                    FieldType.MOMENT,
                    AT,
                    "time",
                    "date",
                    "when",
                    "timestamp",
                    "registered at",
                    "registration date",
                    "registration time",
                    "attended at",
                    "check-in time",
                    "submitted at",
                    "time of the status",
                    "状态时间",
                    "时间",
                    "日期",
                    "报名时间",
                    "签到时间",
                    "提交时间"));

    private final Roster roster;
    private final ParticipantRepository participants;
    private final Campaigns campaigns;
    private final Viewers viewers;

    ParticipantImport(Roster roster, ParticipantRepository participants, Campaigns campaigns, Viewers viewers) {
        this.roster = roster;
        this.participants = participants;
        this.campaigns = campaigns;
        this.viewers = viewers;
    }

    @Override
    public String key() {
        return "participant";
    }

    @Override
    public int order() {
        return 8;
    }

    @Override
    public String permission() {
        return "marketing.participant.edit";
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
        return List.of(LeadTable.LEAD, PARTICIPANTS.table());
    }

    @Override
    public List<ImportOption> options() {
        List<ImportOption.Choice> statuses = Stream.of(ParticipantStatus.values())
                .map(status -> ImportOption.Choice.message(status.name(), "marketing.participant.status." + status))
                .toList();
        return List.of(
                ImportOption.found(CAMPAIGN, "/marketing/campaigns/choices"),
                new ImportOption(STATUS, statuses, ParticipantStatus.CHOSEN.name()),
                PersonFields.strangers("exchange.target.participant.option.strangers."));
    }

    @Override
    public @Nullable String found(long personId, String option, long id) {
        return option.equals(CAMPAIGN)
                ? viewers.find(personId)
                        .map(viewer -> campaigns.name(viewer, id))
                        .orElse(null)
                : null;
    }

    @Override
    public void write(ImportBatch batch) {
        ImportContext context = batch.context();
        Viewer viewer = viewers.find(context.personId()).orElseThrow();
        List<ImportRow> rows = batch.standing();
        rows.forEach(row -> aim(row, context));
        Map<Long, ParticipantRepository.Named> known = participants.campaigns(
                viewer,
                rows.stream()
                        .map(row -> row.id(CAMPAIGN))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                !context.dry());
        List<Roster.Wish> wishes = new ArrayList<>();
        for (ImportRow row : batch.standing()) {
            long campaign = Objects.requireNonNull(row.id(CAMPAIGN));
            ParticipantRepository.Named named = known.get(campaign);
            if (named == null) {
                row.refuse("exchange.refusal.unseen", CAMPAIGN);
            } else if (mayCome(row, named.state(), context)) {
                wishes.add(new Roster.Wish(row, campaign, named.name(), campaign, false));
            }
        }
        List<Coming> coming = new ArrayList<>();
        List<RecordWriter.Changed> changed = new ArrayList<>();
        for (Seat seat : roster.seats(context, viewer, PARTICIPANTS, wishes)) {
            follow(seat, context, coming, changed);
        }
        roster.write(context, PARTICIPANTS, coming, changed);
    }

    /** Rows that name no campaign are for the one that was chosen for the file. */
    private static void aim(ImportRow row, ImportContext context) {
        if (!row.has(CAMPAIGN)) {
            String chosen = context.option(CAMPAIGN);
            if (chosen.matches("\\d{1,18}")) {
                row.values().put(CAMPAIGN, Long.valueOf(chosen));
            } else {
                row.refuse("exchange.refusal.required", CAMPAIGN);
            }
        }
    }

    private static boolean mayCome(ImportRow row, CampaignState state, ImportContext context) {
        ParticipantStatus status = status(row, context);
        Instant at = row.instant(AT, context.zone());
        if (!status.fits(state)) {
            row.refuse(
                    "exchange.refusal.campaign." + (state == CampaignState.CANCELLED ? state : CampaignState.PLANNED),
                    "");
        } else if (at != null && at.isAfter(context.now())) {
            row.refuse("exchange.refusal.future", AT);
        } else if (at != null && status == ParticipantStatus.CHOSEN && !row.has(STATUS)) {
            row.refuse("exchange.refusal.timeOfNothing", AT);
        }
        return row.refusal() == null;
    }

    private static ParticipantStatus status(ImportRow row, ImportContext context) {
        Long said = row.id(STATUS);
        String chosen = context.option(STATUS);
        return said == null
                ? Stream.of(ParticipantStatus.values())
                        .filter(status -> status.name().equals(chosen))
                        .findFirst()
                        .orElse(ParticipantStatus.CHOSEN)
                : ImportedStatuses.of(said);
    }

    private static void follow(
            Seat seat, ImportContext context, List<Coming> coming, List<RecordWriter.Changed> changed) {
        ImportedParticipant participant = new ImportedParticipant(seat.record());
        for (ImportRow row : seat.rows()) {
            Instant at = row.instant(AT, context.zone());
            participant.comes(row, status(row, context), at == null ? context.now() : at);
        }
        ImportRow row = participant.row();
        if (row != null && seat.record() == null) {
            coming.add(new Coming(seat, row, participant.values()));
        } else if (row != null && seat.record() != null) {
            changed.add(new RecordWriter.Changed(row, seat.record(), participant.values()));
        }
    }
}
