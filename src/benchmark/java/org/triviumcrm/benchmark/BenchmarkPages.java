package org.triviumcrm.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pages measured, by name. */
final class BenchmarkPages {

    static final List<String> PEOPLE = List.of("admin", "manager.1", "rep.1.1.1");
    static final Map<String, String> ALL = new LinkedHashMap<>();

    static {
        ALL.put("board", "/sales/board");
        ALL.put("opportunities", "/sales/opportunities");
        ALL.put("opportunities by amount", "/sales/opportunities?sort=-amount");
        ALL.put("opportunities, open, by close date", "/sales/opportunities?f.state=OPEN&sort=expectedClose");
        ALL.put("customers", "/customers");
        ALL.put("contacts", "/contacts");
        ALL.put("search, Latin", "/search?q=al");
        ALL.put("search, Chinese", "/search?q=浦东");
        ALL.put("funnel", "/sales/funnel");
        ALL.put("figures", "/insight/figures");
        ALL.put("home", "/");
    }

    private BenchmarkPages() {}
}
