package org.triviumcrm.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pages measured, by name; an address in #{…} is the first of its list that the person sees. */
final class BenchmarkPages {

    static final List<String> PEOPLE = List.of("admin", "manager.1", "rep.1.1.1");

    /** Lists by the name of the record whose page is measured. */
    static final Map<String, String> LISTS =
            Map.of("opportunity", "/sales/opportunities", "customer", "/customers", "contact", "/contacts");

    static final Map<String, String> ALL = new LinkedHashMap<>();

    static {
        ALL.put("home", "/");
        ALL.put("board", "/sales/board");
        ALL.put("opportunities", "/sales/opportunities");
        ALL.put("opportunities by amount", "/sales/opportunities?sort=-amount");
        ALL.put("opportunities, open, by close date", "/sales/opportunities?f.state=OPEN&sort=expectedClose");
        ALL.put("opportunities of this quarter by amount", "/sales/opportunities?f.closedOn=this-quarter&sort=-amount");
        ALL.put("customers", "/customers");
        ALL.put("customers in a city, latest first", "/customers?f.city=上海&sort=-lastActivityAt");
        ALL.put("contacts", "/contacts");
        ALL.put("contacts whose name begins with A", "/contacts?f.name=A&sort=-createdAt");
        ALL.put("search, Latin", "/search?q=al");
        ALL.put("search, Chinese", "/search?q=浦东");
        ALL.put("funnel", "/sales/funnel");
        ALL.put("figures", "/insight/figures");
        ALL.put("an opportunity", "#{opportunity}");
        ALL.put("a customer", "#{customer}");
        ALL.put("a contact", "#{contact}");
    }

    private BenchmarkPages() {}
}
