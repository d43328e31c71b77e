namespace Ionolith.Numerics.Expressions;

/// <summary>Instructions of an expression's postfix program.</summary>
internal enum Operation : byte
{
    Constant,
    Variable,
    Negate,
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Exp,
    Log,
    Log10,
    Sqrt,
    Abs,
    Sin,
    Cos,
    Tan,
    Asin,
    Acos,
    Atan,
    Sinh,
    Cosh,
    Tanh,
    Min,
    Max,
}

/// <summary>One instruction: what to do and, for constants and variables, with which entry.</summary>
internal readonly record struct Instruction(Operation Operation, int Index);
