package org.triviumcrm.shared.list;

/** This person has a view of that name on that list already. */
public class NameTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NameTaken(String name) {
        super(name);
    }
}
