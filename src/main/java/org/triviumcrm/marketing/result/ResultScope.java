package org.triviumcrm.marketing.result;

import java.util.Map;
import org.triviumcrm.shared.list.ListReader;
import org.triviumcrm.shared.list.RowScope;

/** What is reported of the campaigns that somebody sees. */
record ResultScope(RowScope campaigns) implements RowScope {

    static ResultScope of(ListReader reader) {
        return new ResultScope(reader.scope("campaign"));
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
