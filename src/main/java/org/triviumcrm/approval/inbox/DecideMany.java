package org.triviumcrm.approval.inbox;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One decision on what was chosen in the list of what is to do: those ticked, or all that the list's query finds. With rows, so it
 * has setters.
 */
public class DecideMany {

    static final int MOST = 200;

    @Size(max = MOST, message = "{approval.bulk.error.many}")
    private List<Long> ids = List.of();

    private boolean all;

    @Size(max = 4000)
    private String query = "";

    private boolean approve;

    @Size(max = 2000, message = "{approval.bulk.error.long}")
    private @Nullable String comment;

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

    public boolean isApprove() {
        return approve;
    }

    public void setApprove(boolean approve) {
        this.approve = approve;
    }

    public @Nullable String getComment() {
        return comment;
    }

    public void setComment(@Nullable String comment) {
        this.comment = comment;
    }

    boolean saysNothing() {
        return comment == null || comment.isBlank();
    }
}
