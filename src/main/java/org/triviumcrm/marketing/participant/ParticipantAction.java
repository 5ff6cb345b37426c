package org.triviumcrm.marketing.participant;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.BulkBatch;
import org.triviumcrm.identity.BulkRefusal;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.people.PeopleAction;
import org.triviumcrm.marketing.people.PersonKind;
import org.triviumcrm.shared.web.NotFound;

/** Has customers, contacts or leads of a list take part in a campaign: those that were ticked, or all that the filters find. */
class ParticipantAction extends PeopleAction<AddToCampaign> {

    private final ParticipantService participants;

    ParticipantAction(PersonKind kind, ParticipantService participants) {
        super(kind);
        this.participants = participants;
    }

    /** The form before anything was said in it. */
    record Blank(@Nullable Long campaignId, @Nullable Boolean contacts) {}

    @Override
    public String key() {
        return "campaign";
    }

    @Override
    public String permission() {
        return "marketing.participant.edit";
    }

    @Override
    public String label() {
        return "marketing.participant.addMany";
    }

    @Override
    public String icon() {
        return "speakerphone";
    }

    @Override
    public Class<AddToCampaign> input() {
        return AddToCampaign.class;
    }

    @Override
    public String template() {
        return "marketing/participant/bulk";
    }

    @Override
    public Object proposal(Viewer viewer) {
        return new Blank(
                participants.lately(viewer).map(lately -> (Long) lately.value()).orElse(null), false);
    }

    @Override
    public Map<String, Object> choices(Viewer viewer) {
        return participants
                .lately(viewer)
                .<Map<String, Object>>map(lately -> Map.of("lately", lately))
                .orElse(Map.of());
    }

    /**
     * @throws NotFound when the viewer does not see the campaign, or the target list
     * @throws ParticipantRefused when it was cancelled
     */
    @Override
    public void check(Viewer viewer, AddToCampaign input) {
        participants.requireOpen(viewer, input);
    }

    @Override
    public Map<Long, BulkRefusal> apply(BulkBatch batch, AddToCampaign input) {
        return participants.addMany(batch, batch.viewer(), kind(), input);
    }

    @Override
    public Map<Long, BulkRefusal> undo(BulkBatch batch, AddToCampaign input) {
        return participants.takeBack(batch, batch.viewer(), kind(), input);
    }
}
