package org.triviumcrm.marketing.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;

/**
 * People who were chosen to be put somewhere.
 *
 * @param kind of the records that were chosen
 * @param contactsOf whether not these customers are meant, but the contacts of them
 * @param audienceIds target lists: who has opted out of one of them is not put anywhere
 */
public record ChosenPeople(Viewer viewer, PersonKind kind, List<Long> ids, boolean contactsOf, List<Long> audienceIds) {

    /** One person, whatever lists they are on. */
    public static ChosenPeople one(Viewer viewer, PersonKind kind, long id) {
        return new ChosenPeople(viewer, kind, List.of(id), false, List.of());
    }

    /** Of those who come in. */
    PersonKind coming() {
        return contactsOf ? PersonKind.CONTACT : kind;
    }

    /**
     * A SELECT of those that the viewer sees: {@code id}, the record {@code asked} for, whether they are {@code mute}, as they
     * want neither e-mails nor calls, and whether they have {@code opted_out}.
     */
    String sql() {
        PersonKind coming = coming();
        String which = contactsOf ? "r.customer_id = any(:ids) and " + customers() : "r.id = any(:ids)";
        return "select r.id, %s as asked, r.no_email and r.no_call as mute, %s as opted_out from %s r where %s and %s"
                .formatted(
                        contactsOf ? "r.customer_id" : "r.id",
                        optedOut(coming),
                        coming.noun(),
                        which,
                        viewer.scope(coming.noun()).sql("r"));
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters =
                new HashMap<>(viewer.scope(coming().noun()).parameters());
        parameters.put("ids", ids.toArray(Long[]::new));
        if (contactsOf) {
            viewer.scope("customer").parameters().forEach((name, value) -> parameters.put("customer" + name, value));
        }
        if (!audienceIds.isEmpty()) {
            parameters.put("audiences", audienceIds.toArray(Long[]::new));
        }
        return parameters;
    }

    private String optedOut(PersonKind coming) {
        return audienceIds.isEmpty()
                ? "false"
                : "exists (select 1 from audience_member o where o." + coming.column()
                        + " = r.id and o.audience_id = any(:audiences) and o.opted_out)";
    }

    private String customers() {
        Scope scope = viewer.scope("customer");
        return "r.customer_id in (select seen.id from customer seen where "
                + scope.sql("seen").replace(":scope", ":customerscope") + ")";
    }
}
