package org.triviumcrm.support.article;

import java.util.Map;
import org.triviumcrm.shared.list.ListReader;
import org.triviumcrm.shared.list.RowScope;

/** Whoever writes sees all articles, others what is published; it belongs to nobody's team. */
record ArticleScope(boolean all) implements RowScope {

    static ArticleScope of(ListReader reader) {
        return new ArticleScope(reader.can("support.article.write"));
    }

    @Override
    public String sql(String alias) {
        return all ? "true" : alias + ".state = 'PUBLISHED'";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of();
    }
}
