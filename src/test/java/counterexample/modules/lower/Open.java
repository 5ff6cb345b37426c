package counterexample.modules.lower;

public class Open {}
