package org.triviumcrm.marketing.audience;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.BulkBatch;
import org.triviumcrm.identity.BulkRefusal;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.people.PeopleAction;
import org.triviumcrm.marketing.people.PersonKind;

/** Puts customers, contacts or leads of a list on a target list: those that were ticked, or all that the filters find. */
class AudienceAction extends PeopleAction<AddToAudience> {

    /** The form before anything was said in it. */
    record Blank(@Nullable Long audienceId, @Nullable Boolean contacts) {}

    static final String KEY = "audience";

    private final AudienceMemberService members;
    private final AudienceService audiences;

    AudienceAction(PersonKind kind, AudienceMemberService members, AudienceService audiences) {
        super(kind);
        this.members = members;
        this.audiences = audiences;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String permission() {
        return "marketing.audience.edit";
    }

    @Override
    public String label() {
        return "marketing.audience.addMany";
    }

    @Override
    public String icon() {
        return "users-group";
    }

    @Override
    public Class<AddToAudience> input() {
        return AddToAudience.class;
    }

    @Override
    public String template() {
        return "marketing/audience/bulk";
    }

    @Override
    public Object proposal(Viewer viewer) {
        return new Blank(
                audiences.latest(viewer).map(latest -> (Long) latest.value()).orElse(null), false);
    }

    @Override
    public Map<String, Object> choices(Viewer viewer) {
        return audiences
                .latest(viewer)
                .<Map<String, Object>>map(latest -> Map.of("lately", latest))
                .orElse(Map.of());
    }

    @Override
    public void check(Viewer viewer, AddToAudience input) {
        members.requireThere(viewer, input);
    }

    @Override
    public Map<Long, BulkRefusal> apply(BulkBatch batch, AddToAudience input) {
        return members.addMany(batch, batch.viewer(), kind(), input);
    }

    @Override
    public Map<Long, BulkRefusal> undo(BulkBatch batch, AddToAudience input) {
        return members.takeBack(batch, batch.viewer(), kind(), input);
    }
}
