package org.triviumcrm.support.portal;

import java.util.Map;
import org.triviumcrm.shared.list.ListReader;
import org.triviumcrm.shared.list.RowScope;

/** Accounts of contacts that the reader sees, and of those that are gone. */
record PortalAccountScope(RowScope contacts) implements RowScope {

    static PortalAccountScope of(ListReader reader) {
        return new PortalAccountScope(reader.scope("contact"));
    }

    @Override
    public String sql(String alias) {
        return "(%1$s.contact_id is null or exists (select 1 from contact whose where whose.id = %1$s.contact_id and %2$s))"
                .formatted(alias, contacts.sql("whose"));
    }

    @Override
    public Map<String, Object> parameters() {
        return contacts.parameters();
    }
}
