package org.triviumcrm.marketing.score;

/** What a lead does that points are given for, each time anew. */
enum LeadEvent {
    /** Came to a campaign's event. */
    ATTENDED(participant("attended_at")),
    /** Answered a campaign. */
    RESPONDED(participant("responded_at")),
    REGISTERED(participant("registered_at")),
    /** Expected, and did not come. */
    NO_SHOW(participant("no_show_at")),
    CALL(activity("CALL")),
    MEETING(activity("MEETING"));

    private final String sql;

    LeadEvent(String sql) {
        this.sql = sql;
    }

    /** A SELECT of {@code lead_id}, {@code happened}, and {@code event_key}, which tells one from another. */
    String sql() {
        return "select e.lead_id, e.happened, '" + name() + ":' || e.id as event_key from (" + sql + ") e";
    }

    private static String participant(String column) {
        return "select p.lead_id, p." + column
                + " as happened, p.id from campaign_participant p where p.lead_id is not null and p." + column
                + " is not null";
    }

    private static String activity(String kind) {
        return "select a.about_id as lead_id, a.at as happened, a.id from activity a where a.about_type = 'lead' and a.kind = '"
                + kind + "' and a.at <= now()";
    }
}
