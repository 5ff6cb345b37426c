package org.triviumcrm.identity.bulk;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which records of a list: those that were ticked, or all that the list's query finds. */
public class BulkSelection {

    @Size(max = 1000, message = "{identity.bulk.error.many}")
    private List<Long> ids = List.of();

    private boolean all;

    @Size(max = 4000)
    private String query = "";

    public List<Long> getIds() {
        return ids;
    }

    public void setIds(@Nullable List<Long> ids) {
        this.ids = ids == null ? List.of() : ids;
    }

    public boolean isAll() {
        return all;
    }

    public void setAll(boolean all) {
        this.all = all;
    }

    public String getQuery() {
        return query;
    }

    public void setQuery(@Nullable String query) {
        this.query = query == null ? "" : query;
    }

    /** Each once, in the order of their keys. */
    List<Long> sorted() {
        return ids.stream().distinct().sorted().toList();
    }
}
