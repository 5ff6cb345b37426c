package org.triviumcrm.marketing.participant;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.marketing.Campaigns;
import org.triviumcrm.marketing.exit.CampaignState;
import org.triviumcrm.marketing.roster.Coming;
import org.triviumcrm.marketing.roster.PersonFields;
import org.triviumcrm.marketing.roster.Roster;
import org.triviumcrm.marketing.roster.Seat;
import org.triviumcrm.marketing.roster.SeatImport;
import org.triviumcrm.marketing.roster.SeatTable;
import org.triviumcrm.shared.exchange.FieldType;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportOption;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.RecordWriter;

/** Who takes part in campaigns: sign-up sheets, lists of those who came, answers. */
@Component
class ParticipantImport extends SeatImport<ParticipantRepository.Named> {

    static final String CAMPAIGN = "campaign";
    static final String STATUS = "status";
    private static final String AT = "at";

    private static final SeatTable PARTICIPANTS = new SeatTable(
            new ImportTable(
                    ParticipantList.NOUN, "campaign_participant", SeatTable.PERSON, null, false, List.of(), null),
            "campaign_id");

    private final ParticipantRepository participants;
    private final Campaigns campaigns;

    ParticipantImport(Roster roster, ParticipantRepository participants, Campaigns campaigns, Viewers viewers) {
        super(
                roster,
                viewers,
                PARTICIPANTS,
                CAMPAIGN,
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
        this.participants = participants;
        this.campaigns = campaigns;
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
                ? viewer(personId).map(viewer -> campaigns.name(viewer, id)).orElse(null)
                : null;
    }

    @Override
    protected Map<Long, ParticipantRepository.Named> places(Viewer viewer, List<Long> ids, boolean lock) {
        return participants.campaigns(viewer, ids, lock);
    }

    @Override
    protected Optional<Roster.Wish> wish(
            ImportRow row, long id, ParticipantRepository.Named campaign, ImportContext context) {
        return mayCome(row, campaign.state(), context)
                ? Optional.of(new Roster.Wish(row, id, campaign.name(), id, false))
                : Optional.empty();
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

    @Override
    protected void follow(Seat seat, ImportContext context, List<Coming> coming, List<RecordWriter.Changed> changed) {
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
