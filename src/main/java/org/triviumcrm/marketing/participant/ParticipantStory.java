package org.triviumcrm.marketing.participant;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.StorySource;
import org.triviumcrm.identity.Viewer;

/** Campaigns that customers, or people who work there, were invited to, and how far they came. */
@Component
class ParticipantStory implements StorySource {

    @Override
    public String key() {
        return "campaign";
    }

    @Override
    public String icon() {
        return "speakerphone";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return viewer.can("marketing.campaign.view");
    }

    @Override
    public String sql(Viewer viewer, Map<String, Object> parameters) {
        String seen = StorySource.seen(viewer, "campaign", "c", parameters);
        String each = """
                select coalesce(p.responded_at, p.attended_at, p.no_show_at, p.registered_at, p.invited_at), p.id, p.status::text, c.name::text,
                    %2$s, '/marketing/campaigns/' || c.id
                from campaign_participant p join campaign c on c.id = p.campaign_id %3$s
                where %4$s and coalesce(p.responded_at, p.attended_at, p.no_show_at, p.registered_at, p.invited_at) is not null and %1$s""";
        return each.formatted(seen, "null::text", "", "p.customer_id = :customer") + " union all "
                + each.formatted(
                        seen, "k.name::text", "join contact k on k.id = p.contact_id", "k.customer_id = :customer");
    }
}
