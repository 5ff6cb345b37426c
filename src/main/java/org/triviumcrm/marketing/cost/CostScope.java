package org.triviumcrm.marketing.cost;

import java.util.Map;
import org.triviumcrm.shared.list.ListReader;
import org.triviumcrm.shared.list.RowScope;

/** The costs of the campaigns that somebody sees. */
record CostScope(RowScope campaigns) implements RowScope {

    static CostScope of(ListReader reader) {
        return new CostScope(reader.scope("campaign"));
    }

    @Override
    public String sql(String alias) {
        String seen = campaigns.sql("seen");
        return seen.equals("true")
                ? "true"
                : alias + ".campaign_id in (select seen.id from campaign seen where " + seen + ")";
    }

    @Override
    public Map<String, Object> parameters() {
        return campaigns.parameters();
    }
}
