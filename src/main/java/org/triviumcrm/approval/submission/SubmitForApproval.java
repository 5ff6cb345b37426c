package org.triviumcrm.approval.submission;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to have approved, and what they say to it. It comes from a form, so nothing of it is taken for true: the
 * action is attempted again, and what that needs is what is submitted.
 */
public class SubmitForApproval {

    @NotBlank
    private String type = "";

    @NotNull
    private @Nullable Long id;

    @NotBlank
    private String kind = "";

    @NotBlank
    private String action = "";

    private @Nullable String back;

    @Size(max = 4000, message = "{form.tooLong}")
    private @Nullable String reason;

    private Map<String, List<Long>> chosen = new LinkedHashMap<>();

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public @Nullable Long getId() {
        return id;
    }

    public void setId(@Nullable Long id) {
        this.id = id;
    }

    /** Which action of the record; see {@link org.triviumcrm.approval.ApprovedAction}. */
    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    /** What was typed, as JSON. */
    public String getAction() {
        return action;
    }

    public void setAction(String action) {
        this.action = action;
    }

    /** Address of the page to come back to; null for that of the record. */
    public @Nullable String getBack() {
        return back;
    }

    public void setBack(@Nullable String back) {
        this.back = back;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    /** By the key of the step. */
    public Map<String, List<Long>> getChosen() {
        return chosen;
    }

    public void setChosen(Map<String, List<Long>> chosen) {
        this.chosen = chosen;
    }
}
