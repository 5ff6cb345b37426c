package org.triviumcrm.insight.people;

import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.triviumcrm.insight.people.Deeds.Fact;
import org.triviumcrm.shared.list.ListLink;

/**
 * Where the rows of somebody's figures are.
 *
 * @param span the days of them
 * @param person null for everybody
 * @param teams null for all; empty for none, as what has no team
 */
public record PeopleLinks(
        Span span, @Nullable Long person, @Nullable Collection<Long> teams) {

    private static final String OPPORTUNITIES = "/sales/opportunities";

    public String won() {
        return closed("WON");
    }

    public String lost() {
        return closed("LOST");
    }

    public String decided() {
        return closed("WON", "LOST");
    }

    /** With the days that each took beside it. */
    public String cycle() {
        return closed("WON") + "&columns=name,customer,owner,amount,openedOn,closedOn";
    }

    /** What counts for a person's quota: shares as well. */
    public String attained() {
        return person == null
                ? won()
                : ListLink.to(OPPORTUNITIES)
                        .is("state", "WON")
                        .is("share", person)
                        .days("closedOn", span.from(), span.to())
                        .toString();
    }

    public String open() {
        return whose(ListLink.to(OPPORTUNITIES).is("state", "OPEN")).toString();
    }

    public String quotes() {
        return whose(ListLink.to("/sales/quotes").days("releasedAt", span.from(), span.to()))
                .toString();
    }

    public String activities() {
        return rows(uri -> uri);
    }

    public String activities(Fact kind) {
        return rows(uri -> uri.queryParam("kind", kind));
    }

    public String costs() {
        return rows(uri -> uri.queryParam("spent", true));
    }

    private String closed(String... states) {
        return whose(ListLink.to(OPPORTUNITIES).is("state", (Object[]) states).days("closedOn", span.from(), span.to()))
                .toString();
    }

    private ListLink whose(ListLink link) {
        ListLink its = person == null ? link : link.is("owner", person);
        if (teams == null) {
            return its;
        }
        return teams.isEmpty() ? its.empty("team") : its.is("team", teams.toArray());
    }

    private String rows(UnaryOperator<UriComponentsBuilder> more) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(DoneFilter.PATH)
                .queryParam("from", span.from())
                .queryParam("to", span.to());
        if (person != null) {
            uri.queryParam("person", person);
        }
        if (teams != null) {
            uri.queryParam("team", teams.isEmpty() ? List.of(0) : teams);
        }
        return more.apply(uri).toUriString();
    }
}
