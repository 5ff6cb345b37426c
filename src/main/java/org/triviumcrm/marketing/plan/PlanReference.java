package org.triviumcrm.marketing.plan;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.NamedReference;
import org.triviumcrm.shared.exchange.TableColumns;

/**
 * Annual plans that a file names, of those in sight of whoever may see plans: by their name or, where there is only one of it, by their
 * year.
 */
@Component
class PlanReference extends NamedReference {

    private static final String KEY = "annual-plan";

    private final Viewers viewers;

    PlanReference(JdbcClient database, TableColumns columns, Viewers viewers) {
        super(
                database,
                columns,
                KEY,
                new ImportTable(PlanList.NOUN, "annual_plan", "name", PlanList.PATH + "/{id}", false, List.of(), null));
        this.viewers = viewers;
    }

    @Override
    public Map<String, Long> find(Collection<String> texts, ImportContext context) {
        Map<String, Long> found = new LinkedHashMap<>(super.find(texts, context));
        List<Integer> years = texts.stream()
                .filter(text -> !found.containsKey(text) && text.matches("\\d{4}"))
                .map(Integer::valueOf)
                .toList();
        if (!years.isEmpty()) {
            database.sql("select t.year, min(t.id) as id from annual_plan t where t.year = any(:years) and "
                            + condition(context) + " group by t.year having count(*) = 1")
                    .param("years", years.toArray(Integer[]::new))
                    .params(parameters(context))
                    .query(row -> {
                        found.put(String.valueOf(row.getInt("year")), row.getLong("id"));
                    });
        }
        return found;
    }

    @Override
    protected String condition(ImportContext context) {
        return viewer(context).can("marketing.plan.view") ? scope(context).sql("t") : "false";
    }

    @Override
    protected Map<String, Object> parameters(ImportContext context) {
        return viewer(context).can("marketing.plan.view") ? scope(context).parameters() : Map.of();
    }

    /** Plans are seen as campaigns are. */
    private Scope scope(ImportContext context) {
        return viewer(context).scope("campaign");
    }

    private Viewer viewer(ImportContext context) {
        return viewers.find(context.personId()).orElseThrow();
    }
}
