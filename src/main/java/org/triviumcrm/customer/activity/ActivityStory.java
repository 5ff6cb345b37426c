package org.triviumcrm.customer.activity;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.ActivitySubject;
import org.triviumcrm.customer.StorySource;
import org.triviumcrm.identity.Viewer;

/** Calls, meetings, notes and what was done of tasks, about the customer and about records of it that the viewer sees. */
@Component
class ActivityStory implements StorySource {

    private final List<ActivitySubject> subjects;

    ActivityStory(List<ActivitySubject> subjects) {
        this.subjects = subjects;
    }

    @Override
    public String key() {
        return "activity";
    }

    @Override
    public String icon() {
        return "activity";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return true;
    }

    /** Of a record's page, all but its id. */
    private static String place(ActivitySubject subject) {
        String first = subject.path(0);
        return first.substring(0, first.length() - 1);
    }

    @Override
    public String sql(Viewer viewer, Map<String, Object> parameters) {
        String records = subjects.stream()
                .map(ActivitySubject::type)
                .filter(type -> !type.equals("customer"))
                .map(type -> " and (a.about_type <> '" + type + "' or exists (select 1 from " + type
                        + " s where s.id = a.about_id and " + StorySource.seen(viewer, type, "s", parameters) + "))")
                .collect(Collectors.joining());
        String places = subjects.stream()
                .map(subject -> " when '" + subject.type() + "' then '" + place(subject) + "' || a.about_id")
                .collect(Collectors.joining());
        return "select a.at, a.id, a.kind::text, a.subject::text, w.name::text, case a.about_type" + places + " end"
                + """

                from activity a join person w on w.id = a.owner_id
                where a.customer_id = :customer and (a.kind <> 'TASK' and not a.planned or a.done_at is not null)""" + records;
    }
}
