package counterexample.modules.lower.inside;

public class Hidden {}
