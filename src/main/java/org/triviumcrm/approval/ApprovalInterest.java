package org.triviumcrm.approval;

import java.util.List;
import java.util.Map;

/** What approvals look at, so that a change of what they do not is none of theirs. */
public interface ApprovalInterest {

    /**
     * The keys of the values that differ, of those that conditions of the active flows about such records ask for. One statement where
     * any differ.
     */
    List<String> changed(String type, Map<String, Object> before, Map<String, Object> after);
}
