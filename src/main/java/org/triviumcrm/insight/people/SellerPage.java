package org.triviumcrm.insight.people;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.insight.people.SellerRepository.StageRow;
import org.triviumcrm.insight.people.SellerRepository.Win;
import org.triviumcrm.sales.SaidForecasts;
import org.triviumcrm.shared.list.ListLink;

/**
 * How one person does, and what to do next.
 *
 * @param links of the days asked for
 * @param week what was done since Monday, and where that is
 * @param said null where nothing was, or the viewer may not know
 * @param actions the most valuable first
 * @param more whether there are more of them
 * @param places of what actions are about, as far as the viewer sees it
 */
public record SellerPage(
        long id,
        String name,
        @Nullable String team,
        boolean own,
        Span span,
        Deeds deeds,
        PeopleLinks links,
        Deeds week,
        PeopleLinks weekLinks,
        List<StageRow> stages,
        List<Win> wins,
        SaidForecasts.@Nullable Said said,
        List<NextAction> actions,
        boolean more,
        Map<String, String> places,
        LocalDate today,
        ZoneId zone) {

    public List<NextAction.Reason> reasons(NextAction action) {
        return action.reasons(today, zone);
    }

    /** Where it is; null where the viewer does not see it. */
    public @Nullable String place(NextAction action) {
        return action.href() == null ? places.get(action.subject()) : action.href();
    }

    /** Whether what is said of it is not the viewer's to read. */
    public boolean hidden(NextAction action) {
        return !own && place(action) == null;
    }

    /** The same page for other days. */
    public String spanHref(Span other) {
        return PeopleFilter.personHref(id, other);
    }

    /** How the stays in a stage ended. */
    public String staysHref(StageRow stage) {
        return PeopleFilter.PATH + "/" + id + "/stages/" + stage.id() + "?from=" + span.from() + "&to=" + span.to();
    }

    public String stageHref(StageRow stage) {
        return ListLink.to("/sales/opportunities")
                .is("state", "OPEN")
                .is("owner", id)
                .is("stage", stage.id())
                .toString();
    }
}
