package org.triviumcrm.marketing.roster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.OwnerTeams;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.lead.LeadState;
import org.triviumcrm.marketing.lead.LeadTable;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.RecordWriter;

/** Makes leads of people whom a file names and nobody knows. */
@Component
class StrangerLeads {

    private static final Map<String, String> COLUMNS = Map.of(
            "company", "company",
            "jobTitle", "job_title",
            "email", "email",
            "phone", "phone",
            "reference", "reference",
            "region", "region",
            "city", "city");
    private static final int LONGEST = 200;

    private final RecordWriter writer;
    private final OwnerTeams teams;

    StrangerLeads(RecordWriter writer, OwnerTeams teams) {
        this.writer = writer;
        this.teams = teams;
    }

    /**
     * Somebody who becomes a lead.
     *
     * @param campaignId what has brought them; null for none
     * @param source what it is called that has brought them, where the row does not say
     */
    record Stranger(
            Seat.Person person, ImportRow row, @Nullable Long campaignId, String source) {}

    /** Makes them and tells their rows. Nobody owns them unless the row says who, or the importing person would not see them. */
    void make(ImportContext context, Viewer viewer, List<Stranger> strangers) {
        boolean seesUnowned = viewer.scope("lead").includes(null, null);
        Map<Long, Long> teamOf = teams.of(Stream.concat(
                        Stream.of(viewer.personId()),
                        strangers.stream().map(one -> one.row().id("owner")))
                .toList());
        List<Long> ids = writer.insert(
                context,
                LeadTable.LEAD,
                strangers.stream()
                        .map(one -> new RecordWriter.New(
                                one.row(), columns(one, seesUnowned ? null : viewer.personId(), teamOf)))
                        .toList());
        for (int at = 0; at < ids.size(); at++) {
            strangers.get(at).person().becomes(ids.get(at));
        }
    }

    private static Map<String, Object> columns(Stranger one, @Nullable Long importing, Map<Long, Long> teamOf) {
        ImportRow row = one.row();
        Map<String, Object> values = new LinkedHashMap<>();
        COLUMNS.forEach((field, column) -> put(values, column, row.text(field)));
        put(values, "full_name", NamedPerson.fullName(row));
        String source = row.text("source");
        put(
                values,
                "source",
                source == null
                        ? one.source()
                                .substring(0, Math.min(LONGEST, one.source().length()))
                        : source);
        put(values, "campaign_id", one.campaignId());
        values.put("no_email", Boolean.TRUE.equals(row.values().get("noEmail")));
        values.put("no_call", Boolean.TRUE.equals(row.values().get("noCall")));
        values.put("state", LeadState.NEW);
        Long said = row.id("owner");
        Long owner = said == null ? importing : said;
        put(values, "owner_id", owner);
        put(values, "team_id", owner == null ? null : teamOf.get(owner));
        return values;
    }

    private static void put(Map<String, Object> values, String column, @Nullable Object value) {
        if (value != null) {
            values.put(column, value);
        }
    }
}
