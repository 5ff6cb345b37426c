package org.triviumcrm.identity.person;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who gets a first password, and whether those do who have not used theirs yet. */
public class GiveFirstPasswords {

    /** Each takes a tenth of a second to hash. */
    static final int MOST = 200;

    @NotEmpty(message = "{identity.firstPassword.error.none}")
    @Size(max = MOST, message = "{identity.firstPassword.error.many}")
    private List<Long> ids = List.of();

    private boolean replacing;

    public List<Long> getIds() {
        return ids;
    }

    public void setIds(@Nullable List<Long> ids) {
        this.ids = ids == null
                ? List.of()
                : ids.stream().filter(Objects::nonNull).distinct().toList();
    }

    public boolean isReplacing() {
        return replacing;
    }

    public void setReplacing(boolean replacing) {
        this.replacing = replacing;
    }
}
