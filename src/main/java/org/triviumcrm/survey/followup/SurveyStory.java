package org.triviumcrm.survey.followup;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.StorySource;
import org.triviumcrm.identity.Viewer;

/** What customers answered when they were asked. */
@Component
class SurveyStory implements StorySource {

    @Override
    public String key() {
        return "survey";
    }

    @Override
    public String icon() {
        return "forms";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return viewer.can("survey.survey.view");
    }

    /** Seen by whoever sees the customer, as single answers are. */
    @Override
    public String sql(Viewer viewer, Map<String, Object> parameters) {
        return """
                select r.at, r.id, 'ANSWERED'::text, s.name::text,
                    case when r.nps is not null then r.nps || ' / 10' when r.csat is not null then r.csat || ' / 5' end,
                    '/surveys/' || s.id || '/answers/' || r.id
                from survey_response r join survey s on s.id = r.survey_id where r.customer_id = :customer""";
    }
}
